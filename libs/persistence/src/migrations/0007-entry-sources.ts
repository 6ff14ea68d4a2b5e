import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';
import { heldByAnyOrganisation } from './row-security.js';

/** What entries are made of, with every earlier version, and removal of entries that lost it all. */
export class EntrySources1790000000007 implements MigrationInterface {
  name = 'EntrySources1790000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sources);
    await runner.query(versions);
    await runner.query(presentEntries);
    await runner.query(judged);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}

/** What a version of a source and the source itself have in common; the entry's collection is theirs. */
const described = `
    collection_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('row', 'photographs', 'reading', 'hand')),
    identity bytea NOT NULL,
    number_key bytea,
    import_id uuid,
    named_in uuid,
    member_id uuid NOT NULL,
    row_number integer CHECK (row_number > 0),
    version integer NOT NULL CHECK (version > 0),
    content bytea NOT NULL,
    record bytea NOT NULL,
    sealed_as_entry boolean NOT NULL DEFAULT false,
    written_at timestamptz NOT NULL DEFAULT now()`;

const sources = `
  CREATE TABLE entry_sources (
    id uuid PRIMARY KEY,
    entry_id uuid NOT NULL REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED,
    ${described},
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    FOREIGN KEY (import_id) REFERENCES imports (id),
    FOREIGN KEY (member_id) REFERENCES members (id),
    UNIQUE (collection_id, kind, identity)
  );
  COMMENT ON TABLE entry_sources IS 'What one row, group of photographs, reading or correction says of a person; the entry is the merge of its sources';
  COMMENT ON COLUMN entry_sources.identity IS 'Keyed digest of what tells it from others of its kind in its collection';
  COMMENT ON COLUMN entry_sources.number_key IS 'Keyed digest of the number it carries';
  COMMENT ON COLUMN entry_sources.content IS 'Keyed digest of what it says: equal content changes nothing';
  COMMENT ON COLUMN entry_sources.named_in IS 'The last later import that says the same; without an index, so that writing it stays cheap';
  COMMENT ON COLUMN entry_sources.record IS 'Sealed with the registry''s key';
  COMMENT ON COLUMN entry_sources.sealed_as_entry IS 'The record was sealed for its entry, before entries had sources';
  CREATE INDEX entry_sources_by_entry ON entry_sources (entry_id);
  CREATE INDEX entry_sources_by_number ON entry_sources (collection_id, number_key) WHERE number_key IS NOT NULL;
  CREATE INDEX entry_sources_by_import ON entry_sources (import_id, id) WHERE import_id IS NOT NULL;
  ${heldByAnyOrganisation('entry_sources', { writes: ['INSERT', 'UPDATE', 'DELETE'] })}
`;

const versions = `
  CREATE TABLE entry_source_versions (
    source_id uuid NOT NULL,
    entry_id uuid NOT NULL REFERENCES entries (id),
    ${described},
    created_at timestamptz NOT NULL,
    replaced_at timestamptz NOT NULL DEFAULT now(),
    ended text NOT NULL CHECK (ended IN ('replaced', 'moved', 'removed', 'undone')),
    ended_by uuid NOT NULL REFERENCES members (id),
    PRIMARY KEY (source_id, version)
  );
  COMMENT ON TABLE entry_source_versions IS 'Every earlier version of a source, and the last of one that is gone; only ever added to';
  CREATE INDEX entry_source_versions_by_entry ON entry_source_versions (entry_id);
  CREATE INDEX entry_source_versions_by_import ON entry_source_versions (import_id) WHERE import_id IS NOT NULL;
  ${heldByAnyOrganisation('entry_source_versions', { writes: ['INSERT'] })}
`;

/** Each entry that there is becomes a row's source, whose sealed record stays what it is. */
const presentEntries = `
  INSERT INTO entry_sources (id, entry_id, collection_id, kind, identity, import_id, member_id,
      version, content, record, sealed_as_entry, written_at, created_at)
    SELECT gen_random_uuid(), e.id, e.collection_id, 'row', e.identity, e.import_id, i.member_id,
           1, e.content, e.record, true, e.updated_at, e.created_at
    FROM entries e JOIN imports i ON i.id = e.import_id;
  ALTER TABLE entries DROP COLUMN identity, DROP COLUMN import_id, ADD COLUMN removed_at timestamptz,
    ADD COLUMN has_name boolean;
  COMMENT ON COLUMN entries.has_name IS 'NULL: not written since this is kept';
  COMMENT ON COLUMN entries.removed_at IS 'None of its sources is left; it is kept for those who worked with it';
  ALTER TABLE collections ADD COLUMN number_window_days integer NOT NULL DEFAULT 7
    CHECK (number_window_days BETWEEN 0 AND 366);
  COMMENT ON COLUMN collections.number_window_days IS 'Photographs with one number are of one person where no more days than these lie between them';
`;

/**
 * The rows of pairs are locked before judgements are looked for: a reviewer who is judging one either
 * has ended and is seen, or comes after whatever the caller does.
 */
const judged = `
  CREATE FUNCTION entries_judged(entry_ids uuid[]) RETURNS SETOF uuid
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = athar, pg_temp AS $$
    BEGIN
      IF current_organisation() IS NULL THEN RETURN; END IF;
      PERFORM FROM candidates c WHERE c.entry_id = ANY (entry_ids) ORDER BY c.id FOR UPDATE;
      PERFORM FROM entry_pairs p WHERE p.left_id = ANY (entry_ids) OR p.right_id = ANY (entry_ids)
        ORDER BY p.id FOR UPDATE;
      RETURN QUERY
        SELECT c.entry_id FROM candidates c JOIN judgements j ON j.candidate_id = c.id
          WHERE c.entry_id = ANY (entry_ids)
        UNION
        SELECT side.id FROM entry_pairs p JOIN entry_pair_judgements j ON j.pair_id = p.id
          CROSS JOIN LATERAL (VALUES (p.left_id), (p.right_id)) AS side (id)
          WHERE (p.left_id = ANY (entry_ids) OR p.right_id = ANY (entry_ids)) AND side.id = ANY (entry_ids);
    END $$;
  COMMENT ON FUNCTION entries_judged(uuid[]) IS 'Those of the entries that anyone judged a pair of, of any organisation, without saying who';
  REVOKE ALL ON FUNCTION entries_judged(uuid[]) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION entries_judged(uuid[]) TO ${roleNames.app};
`;

/** An entry without a row takes the identity of another source, or one of its own. */
const down = `
  DROP FUNCTION entries_judged(uuid[]);
  ALTER TABLE collections DROP COLUMN number_window_days;
  ALTER TABLE entries DROP COLUMN removed_at, DROP COLUMN has_name, ADD COLUMN identity bytea, ADD COLUMN import_id uuid REFERENCES imports (id);
  UPDATE entries e SET identity = s.identity, import_id = s.import_id
    FROM (SELECT DISTINCT ON (entry_id) entry_id, identity, import_id FROM entry_sources
          WHERE kind = 'row' AND import_id IS NOT NULL ORDER BY entry_id, created_at, id) s
    WHERE s.entry_id = e.id;
  UPDATE entries e SET identity = uuid_send(e.id), import_id = (
      SELECT v.import_id FROM (
        SELECT entry_id, import_id FROM entry_sources UNION ALL
        SELECT entry_id, import_id FROM entry_source_versions) v
      WHERE v.entry_id = e.id AND v.import_id IS NOT NULL LIMIT 1)
    WHERE e.identity IS NULL;
  SET CONSTRAINTS ALL IMMEDIATE;
  DROP TABLE entry_source_versions, entry_sources;
  ALTER TABLE entries ALTER COLUMN identity SET NOT NULL, ALTER COLUMN import_id SET NOT NULL,
    ADD UNIQUE (collection_id, identity);
`;
