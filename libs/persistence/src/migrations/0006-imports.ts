import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';
import { heldByOrganisation } from './row-security.js';

/**
 * Imports of every kind: what a file is to become, how it was read, what its rows would do, which of
 * them were bad, saved mappings; imports can be cancelled and undone.
 */
export class Imports1790000000006 implements MigrationInterface {
  name = 'Imports1790000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(mappings);
    await runner.query(imports);
    await runner.query(rows);
    await runner.query(badRowsKept);
    await runner.query(unfinished(`'receiving', 'applying', 'cancelling', 'undoing'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(unfinished(`'receiving', 'applying'`));
    await runner.query(`
      DROP FUNCTION imports_with_bad_rows(interval);
      DROP TABLE import_previews, import_bad_rows;
      ALTER TABLE import_rows DROP COLUMN group_key, DROP COLUMN cells;
      DELETE FROM imports WHERE target <> 'entries';
      UPDATE imports SET failure_code = state, state = 'failed', finished_at = coalesce(finished_at, now())
        WHERE state IN ('cancelling', 'cancelled', 'undoing', 'undone');
      ALTER TABLE imports DROP CONSTRAINT imports_state_check, DROP CONSTRAINT imports_place_check,
        ADD CONSTRAINT imports_state_check
          CHECK (state IN ('receiving', 'applying', 'applied', 'previewed', 'refused', 'failed')),
        ALTER COLUMN collection_id SET NOT NULL,
        DROP COLUMN target, DROP COLUMN read_as, DROP COLUMN mapping_id, DROP COLUMN bytes_expected,
        DROP COLUMN bytes_received, DROP COLUMN undone;
      DROP TABLE import_mappings;
    `);
  }
}

const mappings = `
  CREATE TABLE import_mappings (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL,
    target text NOT NULL CHECK (target IN ('entries', 'titles', 'reports')),
    collection_id uuid REFERENCES collections (id),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    headers_key bytea NOT NULL,
    content bytea NOT NULL,
    version integer NOT NULL DEFAULT 1,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (organisation_id, created_by) REFERENCES members (organisation_id, id),
    UNIQUE (organisation_id, id),
    UNIQUE NULLS NOT DISTINCT (organisation_id, target, collection_id, name)
  );
  COMMENT ON COLUMN import_mappings.headers_key IS 'Keyed digest of the set of headers that it is for';
  COMMENT ON COLUMN import_mappings.content IS 'Sealed with the organisation''s key: headers and the columns they stand for';
  CREATE INDEX import_mappings_by_age ON import_mappings (organisation_id, created_at, id);
  CREATE INDEX import_mappings_by_headers ON import_mappings (organisation_id, target, headers_key);
  CREATE INDEX import_mappings_by_collection ON import_mappings (collection_id);
  ${heldByOrganisation('import_mappings', { writes: ['INSERT', 'UPDATE', 'DELETE'] })}
`;

const imports = `
  ALTER TABLE imports
    ADD COLUMN target text NOT NULL DEFAULT 'entries' CHECK (target IN ('entries', 'titles', 'reports')),
    ADD COLUMN read_as bytea,
    ADD COLUMN mapping_id uuid,
    ADD COLUMN bytes_expected bigint CHECK (bytes_expected >= 0),
    ADD COLUMN bytes_received bigint NOT NULL DEFAULT 0,
    ADD COLUMN undone integer NOT NULL DEFAULT 0,
    ALTER COLUMN collection_id DROP NOT NULL,
    ADD CONSTRAINT imports_place_check CHECK ((collection_id IS NULL) = (target = 'reports')),
    DROP CONSTRAINT imports_state_check,
    ADD CONSTRAINT imports_state_check CHECK (state IN ('receiving', 'applying', 'applied', 'previewed',
      'refused', 'failed', 'cancelling', 'cancelled', 'undoing', 'undone'));
  ALTER TABLE imports ALTER COLUMN target DROP DEFAULT;
  COMMENT ON COLUMN imports.read_as IS 'Sealed with the organisation''s key: headers, sheet, header row, encoding';
  COMMENT ON COLUMN imports.mapping_id IS 'The saved mapping that was used; it may be gone since';
`;

const rows = `
  ALTER TABLE import_rows ADD COLUMN group_key bytea, ADD COLUMN cells bytea;
  COMMENT ON COLUMN import_rows.group_key IS 'Keyed digest of what rows share that may be about the same';
  COMMENT ON COLUMN import_rows.cells IS 'The row as it stood in the file, sealed as the record';
  CREATE INDEX import_rows_by_group ON import_rows (import_id, group_key) WHERE group_key IS NOT NULL;

  CREATE TABLE import_bad_rows (
    organisation_id uuid NOT NULL,
    import_id uuid NOT NULL,
    row_number integer NOT NULL CHECK (row_number > 0),
    cells bytea NOT NULL,
    surplus integer NOT NULL,
    PRIMARY KEY (import_id, row_number),
    FOREIGN KEY (organisation_id, import_id) REFERENCES imports (organisation_id, id) ON DELETE CASCADE
  );
  COMMENT ON TABLE import_bad_rows IS 'Rows that could not be used, to be given back for mending; sealed with the organisation''s key';
  COMMENT ON COLUMN import_bad_rows.surplus IS 'How many cells it has beyond the header';
  ${heldByOrganisation('import_bad_rows', { writes: ['INSERT', 'DELETE'] })}

  CREATE TABLE import_previews (
    organisation_id uuid NOT NULL,
    import_id uuid NOT NULL,
    row_number integer NOT NULL CHECK (row_number > 0),
    outcome text NOT NULL CHECK (outcome IN ('added', 'changed', 'unchanged')),
    fields text[] NOT NULL,
    PRIMARY KEY (import_id, row_number),
    FOREIGN KEY (organisation_id, import_id) REFERENCES imports (organisation_id, id) ON DELETE CASCADE
  );
  COMMENT ON TABLE import_previews IS 'What a dry run found that each row would do; names of fields, never values';
  ${heldByOrganisation('import_previews', { writes: ['INSERT'] })}
`;

/** Ids only, of any organisation: for the sweep, which acts for none. */
const badRowsKept = `
  CREATE FUNCTION imports_with_bad_rows(ended_for interval)
    RETURNS TABLE (organisation_id uuid, id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = athar, pg_temp AS
    $$ SELECT i.organisation_id, i.id FROM imports i
       WHERE i.finished_at < now() - ended_for
         AND EXISTS (SELECT 1 FROM import_bad_rows b WHERE b.import_id = i.id)
       ORDER BY i.finished_at LIMIT 1000 $$;
  REVOKE ALL ON FUNCTION imports_with_bad_rows(interval) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION imports_with_bad_rows(interval) TO ${roleNames.app};
`;

/** The states are constants of ours. */
function unfinished(states: string): string {
  return `
    CREATE OR REPLACE FUNCTION unfinished_imports(silent_for interval)
      RETURNS TABLE (organisation_id uuid, id uuid, state text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = athar, pg_temp AS
      $$ SELECT i.organisation_id, i.id, i.state FROM imports i
         WHERE i.state IN (${states}) AND i.heartbeat_at < now() - silent_for
         ORDER BY i.heartbeat_at LIMIT 1000 $$;
    DROP INDEX IF EXISTS imports_unfinished;
    CREATE INDEX imports_unfinished ON imports (heartbeat_at) WHERE state IN (${states});`;
}
