import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why rows of an import are still there though it was undone: as it was when the undoing ended. */
export class StayedRows1790000000022 implements MigrationInterface {
  name = 'StayedRows1790000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE imports ADD COLUMN stayed jsonb NOT NULL DEFAULT '[]';
      COMMENT ON COLUMN imports.stayed IS 'Rows that undoing left, by why: counts and ids of imports';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE imports DROP COLUMN stayed;');
  }
}
