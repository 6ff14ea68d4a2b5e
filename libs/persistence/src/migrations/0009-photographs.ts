import type { MigrationInterface, QueryRunner } from 'typeorm';
import { heldByAnyOrganisation } from './row-security.js';

/** Titles of photographs, how stewards read them, and the groups that are taken for one person. */
export class Photographs1790000000009 implements MigrationInterface {
  name = 'Photographs1790000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(settings);
    await runner.query(groups);
    await runner.query(photographs);
    await runner.query(changes);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE photograph_changes, photograph_versions, photographs, photograph_groups, title_settings;
    `);
  }
}

const settings = `
  CREATE TABLE title_settings (
    collection_id uuid PRIMARY KEY REFERENCES collections (id),
    patterns bytea NOT NULL,
    by_folder boolean NOT NULL,
    assumed_branch text CHECK (length(assumed_branch) BETWEEN 1 AND 200),
    most_a_day integer NOT NULL CHECK (most_a_day BETWEEN 1 AND 100000),
    version integer NOT NULL DEFAULT 1,
    updated_by uuid NOT NULL REFERENCES members (id),
    updated_at timestamptz NOT NULL DEFAULT now()
  );
  COMMENT ON TABLE title_settings IS 'How the titles of a collection''s photographs are read and grouped';
  COMMENT ON COLUMN title_settings.patterns IS 'Sealed with the registry''s key: the words of a pattern may be names';
  COMMENT ON COLUMN title_settings.assumed_branch IS 'The branch of photographs whose titles tell none';
  ${heldByAnyOrganisation('title_settings', { writes: ['INSERT', 'UPDATE'] })}
`;

const groups = `
  CREATE TABLE photograph_groups (
    id uuid PRIMARY KEY,
    collection_id uuid NOT NULL REFERENCES collections (id),
    identity bytea NOT NULL,
    doubts text[] NOT NULL,
    content bytea NOT NULL,
    record bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (collection_id, identity)
  );
  COMMENT ON TABLE photograph_groups IS 'Photographs taken to be of one person; the source of the same identity tells the entry';
  COMMENT ON COLUMN photograph_groups.record IS 'Why they are grouped; sealed with the registry''s key';
  CREATE INDEX photograph_groups_in_doubt ON photograph_groups (collection_id, created_at, id)
    WHERE cardinality(doubts) > 0;
  ${heldByAnyOrganisation('photograph_groups', { writes: ['INSERT', 'UPDATE', 'DELETE'] })}
`;

const told = `
    number_key bytea NOT NULL,
    day_key bytea,
    content bytea NOT NULL,
    record bytea NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    import_id uuid NOT NULL REFERENCES imports (id)`;

const photographs = `
  CREATE TABLE photographs (
    id uuid PRIMARY KEY,
    collection_id uuid NOT NULL REFERENCES collections (id),
    title_key bytea NOT NULL,
    ${told},
    named_in uuid NOT NULL REFERENCES imports (id),
    group_id uuid REFERENCES photograph_groups (id) DEFERRABLE INITIALLY DEFERRED,
    label_id uuid,
    label_kind text CHECK (label_kind IN ('merged', 'split')),
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (collection_id, title_key),
    CHECK ((label_id IS NULL) = (label_kind IS NULL))
  );
  COMMENT ON COLUMN photographs.title_key IS 'Keyed digest of the title with its folder, or of the photograph''s id';
  COMMENT ON COLUMN photographs.number_key IS 'Keyed digest of the prisoner''s number with its letter';
  COMMENT ON COLUMN photographs.day_key IS 'Keyed digest of the date, to count photographs a day';
  COMMENT ON COLUMN photographs.record IS 'Title and what it says; sealed with the registry''s key';
  COMMENT ON COLUMN photographs.named_in IS 'The last import that named it';
  COMMENT ON COLUMN photographs.label_id IS 'Photographs with one label were put together, or apart from others, by hand';
  CREATE INDEX photographs_by_number ON photographs (collection_id, number_key);
  CREATE INDEX photographs_by_day ON photographs (collection_id, day_key);
  CREATE INDEX photographs_by_group ON photographs (group_id);
  CREATE INDEX photographs_by_label ON photographs (label_id) WHERE label_id IS NOT NULL;
  CREATE INDEX photographs_by_import ON photographs (import_id, id);
  CREATE INDEX photographs_by_naming ON photographs (named_in);
  ${heldByAnyOrganisation('photographs', { writes: ['INSERT', 'UPDATE', 'DELETE'] })}

  CREATE TABLE photograph_versions (
    photograph_id uuid NOT NULL,
    ${told},
    replaced_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (photograph_id, version)
  );
  COMMENT ON TABLE photograph_versions IS 'What earlier imports said of photographs; sealed as the photograph is';
  CREATE INDEX photograph_versions_by_import ON photograph_versions (import_id);
  ${heldByAnyOrganisation('photograph_versions', { writes: ['INSERT', 'DELETE'] })}
`;

const changes = `
  CREATE TABLE photograph_changes (
    id uuid PRIMARY KEY,
    collection_id uuid NOT NULL REFERENCES collections (id),
    kind text NOT NULL CHECK (kind IN ('split', 'merge')),
    entry_id uuid NOT NULL REFERENCES entries (id),
    other_entry_id uuid REFERENCES entries (id),
    label_id uuid NOT NULL,
    before jsonb NOT NULL,
    reason bytea NOT NULL,
    member_id uuid NOT NULL REFERENCES members (id),
    created_at timestamptz NOT NULL DEFAULT now(),
    undone_at timestamptz,
    undone_by uuid REFERENCES members (id)
  );
  COMMENT ON TABLE photograph_changes IS 'Groups split and merged by hand';
  COMMENT ON COLUMN photograph_changes.before IS 'Group and label of each photograph before: ids only';
  COMMENT ON COLUMN photograph_changes.reason IS 'Sealed with the registry''s key';
  CREATE INDEX photograph_changes_by_age ON photograph_changes (collection_id, created_at, id);
  CREATE INDEX photograph_changes_by_entry ON photograph_changes (entry_id);
  CREATE INDEX photograph_changes_by_other_entry ON photograph_changes (other_entry_id);
  ${heldByAnyOrganisation('photograph_changes', { writes: ['INSERT', 'UPDATE'] })}
`;
