import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every import that says the same is kept, not the last one alone: what one of them brought stays while
 * another of them stands. And of groups that a list took all photographs from, which list it was.
 */
export class ImportMentions1790000000015 implements MigrationInterface {
  name = 'ImportMentions1790000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sources('entry_sources'));
    await runner.query(sources('entry_source_versions'));
    await runner.query(photographs);
    await runner.query(emptiedGroups);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE photograph_groups DROP COLUMN emptied_by;
      ALTER TABLE photograph_versions DROP COLUMN named_in;
      ALTER TABLE photographs ALTER COLUMN named_in DROP DEFAULT,
        ALTER COLUMN named_in TYPE uuid USING coalesce(named_in[cardinality(named_in)], import_id),
        ADD FOREIGN KEY (named_in) REFERENCES imports (id);
      COMMENT ON COLUMN photographs.named_in IS 'The last import that named it';
      CREATE INDEX photographs_by_naming ON photographs (named_in);
    `);
    await runner.query(lastOnly('entry_source_versions'));
    await runner.query(lastOnly('entry_sources'));
  }
}

/** Without an index, so that writing it stays cheap. */
function sources(table: string): string {
  return `
    ALTER TABLE ${table}
      ALTER COLUMN named_in TYPE uuid[] USING array_remove(ARRAY[named_in], NULL),
      ALTER COLUMN named_in SET DEFAULT '{}', ALTER COLUMN named_in SET NOT NULL;
    COMMENT ON COLUMN ${table}.named_in IS 'The later imports that say the same, oldest first; without an index, so that writing it stays cheap';`;
}

function lastOnly(table: string): string {
  return `
    ALTER TABLE ${table} ALTER COLUMN named_in DROP DEFAULT, ALTER COLUMN named_in DROP NOT NULL,
      ALTER COLUMN named_in TYPE uuid USING named_in[cardinality(named_in)];
    COMMENT ON COLUMN ${table}.named_in IS 'The last later import that says the same; without an index, so that writing it stays cheap';`;
}

const photographs = `
  DROP INDEX photographs_by_naming;
  ALTER TABLE photographs DROP CONSTRAINT photographs_named_in_fkey,
    ALTER COLUMN named_in TYPE uuid[] USING array_remove(ARRAY[named_in], import_id),
    ALTER COLUMN named_in SET DEFAULT '{}';
  COMMENT ON COLUMN photographs.named_in IS 'The later imports that say the same of it, oldest first';
  ALTER TABLE photograph_versions ADD COLUMN named_in uuid[] NOT NULL DEFAULT '{}';
  COMMENT ON COLUMN photograph_versions.named_in IS 'The later imports that said the same, oldest first';
`;

const emptiedGroups = `
  ALTER TABLE photograph_groups ADD COLUMN emptied_by uuid REFERENCES imports (id);
  COMMENT ON COLUMN photograph_groups.emptied_by IS 'The import that took its last photograph to another group; its entry stays';
  CREATE INDEX photograph_groups_by_emptying ON photograph_groups (emptied_by) WHERE emptied_by IS NOT NULL;
`;
