import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';
import { heldByAnyOrganisation } from './row-security.js';

/** Places and holders with their spellings, and what they were before an edit. */
export class Places1790000000010 implements MigrationInterface {
  name = 'Places1790000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(gazetteer);
    await runner.query(history);
    await runner.query(planting);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION plant_gazetteer(jsonb, jsonb);
      DROP TABLE gazetteer_head, gazetteer_versions, holders, places;
    `);
  }
}

const named = `
    code text PRIMARY KEY CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9-]{1,39}$'),
    name_ar text NOT NULL CHECK (length(name_ar) BETWEEN 1 AND 120),
    name_en text NOT NULL CHECK (length(name_en) BETWEEN 1 AND 120),
    spellings text[] NOT NULL DEFAULT '{}' CHECK (cardinality(spellings) <= 200),
    weak text[] NOT NULL DEFAULT '{}' CHECK (cardinality(weak) <= 200),
    source text NOT NULL CHECK (length(source) BETWEEN 1 AND 400),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()`;

const gazetteer = `
  CREATE TABLE places (
    ${named},
    level text NOT NULL CHECK (level IN ('governorate', 'district', 'subdistrict', 'locality')),
    parent_code text REFERENCES places (code),
    CHECK ((parent_code IS NULL) = (level = 'governorate'))
  );
  COMMENT ON COLUMN places.source IS 'Who says so, with the licence where it is not ours';
  COMMENT ON COLUMN places.weak IS 'Spellings that are everyday words or names of people too';
  CREATE INDEX places_by_parent ON places (parent_code, code);
  CREATE INDEX places_by_level ON places (level, code);
  ${heldByAnyOrganisation('places', { writes: ['INSERT', 'UPDATE'] })}

  CREATE TABLE holders (
    ${named},
    kind text NOT NULL CHECK (kind IN ('service', 'branch', 'prison', 'hospital', 'force', 'civil_police', 'other')),
    number text CHECK (number ~ '^[0-9]{1,6}$'),
    parent_code text REFERENCES holders (code),
    place_code text REFERENCES places (code),
    CHECK (parent_code <> code)
  );
  CREATE INDEX holders_by_parent ON holders (parent_code, code);
  CREATE INDEX holders_by_kind ON holders (kind, code);
  CREATE INDEX holders_by_place ON holders (place_code) WHERE place_code IS NOT NULL;
  ${heldByAnyOrganisation('holders', { writes: ['INSERT', 'UPDATE'] })}
`;

const history = `
  CREATE TABLE gazetteer_versions (
    subject text NOT NULL CHECK (subject IN ('place', 'holder')),
    code text NOT NULL,
    version integer NOT NULL,
    record jsonb NOT NULL,
    replaced_by uuid NOT NULL REFERENCES members (id),
    replaced_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (subject, code, version)
  );
  COMMENT ON TABLE gazetteer_versions IS 'What a place or holder was before each edit';
  ${heldByAnyOrganisation('gazetteer_versions', { writes: ['INSERT'] })}

  CREATE TABLE gazetteer_head (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    revision bigint NOT NULL
  );
  COMMENT ON TABLE gazetteer_head IS 'Rises with every change, so that what is held in memory knows when it is old';
  INSERT INTO gazetteer_head (revision) VALUES (0);
  ${heldByAnyOrganisation('gazetteer_head', { writes: ['UPDATE'] })}
`;

const known = (more: string) =>
  `code text, name_ar text, name_en text, parent_code text, spellings text[], weak text[], source text, ${more}`;
const columns = 'code, name_ar, name_en, parent_code, spellings, weak, source';

/** A process plants before any member acts, so that no organisation is set yet. */
const planting = `
  CREATE FUNCTION plant_gazetteer(known_places jsonb, known_holders jsonb) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = athar, pg_temp AS $$
    DECLARE
      planted_places integer;
      planted_holders integer;
    BEGIN
      PERFORM pg_advisory_xact_lock(7270010);
      INSERT INTO places (${columns}, level)
        SELECT ${columns}, level
        FROM jsonb_to_recordset(known_places) AS p(${known('level text')})
        ON CONFLICT (code) DO NOTHING;
      GET DIAGNOSTICS planted_places = ROW_COUNT;
      INSERT INTO holders (${columns}, kind, number, place_code)
        SELECT ${columns}, kind, number, place_code
        FROM jsonb_to_recordset(known_holders) AS h(${known('kind text, number text, place_code text')})
        ON CONFLICT (code) DO NOTHING;
      GET DIAGNOSTICS planted_holders = ROW_COUNT;
      IF planted_places + planted_holders > 0 THEN
        UPDATE gazetteer_head SET revision = revision + 1;
      END IF;
      RETURN planted_places + planted_holders;
    END $$;
  COMMENT ON FUNCTION plant_gazetteer(jsonb, jsonb) IS 'Adds places and holders that are not there; what is there stays as it is';
  REVOKE ALL ON FUNCTION plant_gazetteer(jsonb, jsonb) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION plant_gazetteer(jsonb, jsonb) TO ${roleNames.app};
`;
