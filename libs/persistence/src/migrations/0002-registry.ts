import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';
import { heldByAnyOrganisation, heldByOrganisation } from './row-security.js';

/** Collections, imports with their staged rows and errors, entries and their revisions. */
export class Registry1790000000002 implements MigrationInterface {
  name = 'Registry1790000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(collections);
    await runner.query(imports);
    await runner.query(entries);
    await runner.query(revisions);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION unfinished_imports(interval);
      DROP FUNCTION next_registry_revisions(integer);
      DROP FUNCTION registry_revision();
      DROP FUNCTION stale_collections();
      DROP TABLE registry_head, entries, import_errors, import_rows, imports, collections;
      DROP FUNCTION collection_open(boolean, date);
    `);
  }
}

const collections = `
  CREATE TABLE collections (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    kind text NOT NULL CHECK (kind IN ('photo_archive', 'hospital_list', 'court_register', 'civil_records', 'other')),
    title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    date_range text CHECK (length(date_range) <= 60),
    custodian text NOT NULL CHECK (length(custodian) BETWEEN 1 AND 200),
    may_match boolean NOT NULL DEFAULT true,
    may_disclose boolean NOT NULL DEFAULT false,
    embargo_until date,
    legal_hold boolean NOT NULL DEFAULT false,
    published_open boolean NOT NULL DEFAULT true,
    version integer NOT NULL DEFAULT 1,
    created_by uuid NOT NULL REFERENCES members (id),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  );
  COMMENT ON COLUMN collections.published_open IS 'Whether the matcher was last told that these entries may be matched';
  CREATE INDEX collections_by_age ON collections (created_at, id);
  ${heldByAnyOrganisation('collections', { writes: ['INSERT', 'UPDATE'] })}

  CREATE FUNCTION collection_open(may_match boolean, embargo_until date) RETURNS boolean LANGUAGE sql STABLE AS
    $$ SELECT may_match AND (embargo_until IS NULL OR embargo_until <= current_date) $$;

  CREATE FUNCTION stale_collections() RETURNS TABLE (organisation_id uuid, id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = athar, pg_temp AS
    $$ SELECT m.organisation_id, c.id FROM collections c JOIN members m ON m.id = c.created_by
       WHERE c.published_open <> collection_open(c.may_match, c.embargo_until) $$;
  COMMENT ON FUNCTION stale_collections() IS 'Collections that opened or closed to matching since their entries were last published';
  REVOKE ALL ON FUNCTION stale_collections() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION stale_collections() TO ${roleNames.app};
`;

const imports = `
  CREATE TABLE imports (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL,
    member_id uuid NOT NULL,
    collection_id uuid NOT NULL REFERENCES collections (id),
    state text NOT NULL CHECK (state IN ('receiving', 'applying', 'applied', 'previewed', 'refused', 'failed')),
    mode text NOT NULL CHECK (mode IN ('keep_good', 'all_or_nothing')),
    dry_run boolean NOT NULL,
    format text NOT NULL CHECK (format IN ('csv', 'tsv', 'xlsx', 'jsonl')),
    file_name bytea,
    file_digest bytea,
    row_count integer NOT NULL DEFAULT 0,
    error_count integer NOT NULL DEFAULT 0,
    added integer NOT NULL DEFAULT 0,
    changed integer NOT NULL DEFAULT 0,
    unchanged integer NOT NULL DEFAULT 0,
    applied_through integer NOT NULL DEFAULT 0,
    first_revision bigint,
    last_revision bigint,
    failure_code text,
    created_at timestamptz NOT NULL DEFAULT now(),
    heartbeat_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    FOREIGN KEY (organisation_id, member_id) REFERENCES members (organisation_id, id),
    UNIQUE (organisation_id, id)
  );
  COMMENT ON COLUMN imports.file_name IS 'Sealed with the organisation''s key';
  CREATE INDEX imports_by_age ON imports (organisation_id, created_at DESC, id);
  CREATE INDEX imports_unfinished ON imports (heartbeat_at) WHERE state IN ('receiving', 'applying');
  ${heldByOrganisation('imports', { writes: ['INSERT', 'UPDATE'] })}

  CREATE TABLE import_rows (
    organisation_id uuid NOT NULL,
    import_id uuid NOT NULL,
    row_number integer NOT NULL CHECK (row_number > 0),
    identity bytea NOT NULL,
    content bytea NOT NULL,
    record bytea NOT NULL,
    PRIMARY KEY (import_id, row_number),
    FOREIGN KEY (organisation_id, import_id) REFERENCES imports (organisation_id, id) ON DELETE CASCADE
  );
  COMMENT ON TABLE import_rows IS 'Checked rows that wait to become entries; sealed with the registry''s key; gone once applied';
  CREATE UNIQUE INDEX import_rows_by_identity ON import_rows (import_id, identity);
  ${heldByOrganisation('import_rows', { writes: ['INSERT', 'DELETE'] })}

  CREATE TABLE import_errors (
    organisation_id uuid NOT NULL,
    import_id uuid NOT NULL,
    row_number integer NOT NULL,
    ordinal integer NOT NULL,
    code text NOT NULL,
    detail bytea NOT NULL,
    PRIMARY KEY (import_id, row_number, ordinal),
    FOREIGN KEY (organisation_id, import_id) REFERENCES imports (organisation_id, id) ON DELETE CASCADE
  );
  COMMENT ON COLUMN import_errors.detail IS 'Sealed with the organisation''s key: column, what was expected, what to do';
  ${heldByOrganisation('import_errors', { writes: ['INSERT'] })}
`;

const entries = `
  CREATE TABLE entries (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    collection_id uuid NOT NULL REFERENCES collections (id),
    import_id uuid NOT NULL REFERENCES imports (id),
    identity bytea NOT NULL,
    content bytea NOT NULL,
    record bytea NOT NULL,
    revision bigint NOT NULL UNIQUE,
    version integer NOT NULL DEFAULT 1,
    category text NOT NULL CHECK (category IN ('detainee', 'soldier', 'attack_victim', 'unknown')),
    state text NOT NULL CHECK (state IN ('open', 'identified_elsewhere')),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (collection_id, identity)
  );
  COMMENT ON COLUMN entries.identity IS 'Keyed digest of the row''s identity in its collection';
  COMMENT ON COLUMN entries.content IS 'Keyed digest of the row''s content: equal content changes nothing';
  COMMENT ON COLUMN entries.record IS 'Sealed with the registry''s key';
  CREATE INDEX entries_by_age ON entries (created_at, id);
  CREATE INDEX entries_by_collection ON entries (collection_id, created_at, id);
  ${heldByAnyOrganisation('entries', { writes: ['INSERT', 'UPDATE'] })}
`;

/**
 * Revisions are given out under a lock that is held to commit, so that a reader who has seen n has
 * seen all below n.
 */
const revisions = `
  CREATE TABLE registry_head (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    revision bigint NOT NULL
  );
  INSERT INTO registry_head (revision) VALUES (0);

  CREATE FUNCTION registry_revision() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = athar, pg_temp AS
    $$ SELECT revision FROM registry_head $$;
  REVOKE ALL ON FUNCTION registry_revision() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION registry_revision() TO ${roleNames.app}, ${roleNames.matcher};

  CREATE FUNCTION next_registry_revisions(count integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = athar, pg_temp AS $$
    DECLARE
      first bigint;
    BEGIN
      PERFORM pg_advisory_xact_lock(7270002);
      UPDATE registry_head SET revision = revision + count RETURNING revision - count + 1 INTO first;
      RETURN first;
    END $$;
  COMMENT ON FUNCTION next_registry_revisions(integer) IS 'The first of count consecutive revisions; the lock is held to commit';
  REVOKE ALL ON FUNCTION next_registry_revisions(integer) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION next_registry_revisions(integer) TO ${roleNames.app};

  CREATE FUNCTION unfinished_imports(silent_for interval)
    RETURNS TABLE (organisation_id uuid, id uuid, state text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = athar, pg_temp AS
    $$ SELECT i.organisation_id, i.id, i.state FROM imports i
       WHERE i.state IN ('receiving', 'applying') AND i.heartbeat_at < now() - silent_for
       ORDER BY i.heartbeat_at LIMIT 1000 $$;
  REVOKE ALL ON FUNCTION unfinished_imports(interval) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION unfinished_imports(interval) TO ${roleNames.app};
`;
