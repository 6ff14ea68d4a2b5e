import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';
import { heldByOrganisation } from './row-security.js';

/** Why pairs left the reviewers' queue without a judgement, and what each matching changed in it. */
export class PairsLeft1790000000016 implements MigrationInterface {
  name = 'PairsLeft1790000000016';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of pairTables) await runner.query(left(table));
    await runner.query(matchingRuns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE matching_runs;');
    for (const table of pairTables) {
      await runner.query(`
        DROP INDEX ${table}_left;
        ALTER TABLE ${table} DROP COLUMN left_at, DROP COLUMN left_because;`);
    }
  }
}

const pairTables = ['candidates', 'duplicates', 'entry_pairs'] as const;

function left(table: (typeof pairTables)[number]): string {
  const owner = table === 'entry_pairs' ? '' : 'organisation_id, ';
  return `
  ALTER TABLE ${table}
    ADD COLUMN left_at timestamptz,
    ADD COLUMN left_because text CHECK (left_because IN
      ('below_floor', 'crowded_out', 'record_changed', 'record_closed'));
  UPDATE ${table} SET left_at = updated_at WHERE NOT above_floor;
  ALTER TABLE ${table}
    ADD CHECK (above_floor = (left_at IS NULL)),
    ADD CHECK (left_at IS NOT NULL OR left_because IS NULL);
  COMMENT ON COLUMN ${table}.left_at IS 'When matching took the pair out of the queue; nobody judged it';
  COMMENT ON COLUMN ${table}.left_because IS 'Null also where it left before reasons were kept';
  CREATE INDEX ${table}_left ON ${table} (${owner}id) WHERE NOT above_floor;`;
}

const matchingRuns = `
  CREATE TABLE matching_runs (
    organisation_id uuid NOT NULL REFERENCES organisations (id),
    registry_revision bigint NOT NULL,
    model text NOT NULL,
    came integer NOT NULL CHECK (came >= 0),
    left_below_floor integer NOT NULL CHECK (left_below_floor >= 0),
    left_crowded_out integer NOT NULL CHECK (left_crowded_out >= 0),
    left_record_changed integer NOT NULL CHECK (left_record_changed >= 0),
    left_record_closed integer NOT NULL CHECK (left_record_closed >= 0),
    began_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organisation_id, registry_revision, model)
  );
  COMMENT ON TABLE matching_runs IS 'How many pairs of reports and entries came into the queue and left it as an organisation''s reports were matched against one revision of the registry by one model';
  ${heldByOrganisation('matching_runs', { writes: [], matcherReads: true })}
  CREATE POLICY matching_runs_counted ON matching_runs FOR INSERT TO ${roleNames.matcher} WITH CHECK (true);
  CREATE POLICY matching_runs_counted_on ON matching_runs FOR UPDATE TO ${roleNames.matcher} USING (true);
  GRANT INSERT, UPDATE ON matching_runs TO ${roleNames.matcher};
`;
