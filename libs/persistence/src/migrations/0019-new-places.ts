import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A file may go into a collection that is made when the file came in whole: until then its import has
 * none, and keeps none where nothing comes in.
 */
export class NewPlaces1790000000019 implements MigrationInterface {
  name = 'NewPlaces1790000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE imports DROP CONSTRAINT imports_place_check,
        ADD CONSTRAINT imports_place_check CHECK (
          CASE WHEN target = 'reports' THEN collection_id IS NULL
               ELSE collection_id IS NOT NULL
                 OR state IN ('receiving', 'previewed', 'refused', 'failed', 'cancelled') END);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM imports WHERE target <> 'reports' AND collection_id IS NULL;
      ALTER TABLE imports DROP CONSTRAINT imports_place_check,
        ADD CONSTRAINT imports_place_check CHECK ((collection_id IS NULL) = (target = 'reports'));
    `);
  }
}
