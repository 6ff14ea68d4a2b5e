import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';
import { heldByAnyOrganisation } from './row-security.js';

/** Readings of names by two people, numbers that can be looked up, and who keeps a collection. */
export class Readings1790000000008 implements MigrationInterface {
  name = 'Readings1790000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(keepers);
    await runner.query(numbers);
    await runner.query(readings);
    await runner.query(waiting);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX entries_awaiting_reading, entries_awaiting_another_reading;
      ALTER TABLE entries DROP COLUMN awaits_reading;
      DROP TABLE readings, entry_numbers;
      ALTER TABLE collections DROP COLUMN organisation_id;
    `);
  }
}

const keepers = `
  ALTER TABLE collections ADD COLUMN organisation_id uuid DEFAULT current_organisation() REFERENCES organisations (id);
  UPDATE collections c SET organisation_id = m.organisation_id FROM members m WHERE m.id = c.created_by;
  ALTER TABLE collections ALTER COLUMN organisation_id SET NOT NULL;
  COMMENT ON COLUMN collections.organisation_id IS 'Whose custodian it is: all may read it, only they change its terms';
`;

const numbers = `
  CREATE TABLE entry_numbers (
    entry_id uuid NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    collection_id uuid NOT NULL REFERENCES collections (id),
    number_key bytea NOT NULL,
    digits_key bytea NOT NULL,
    read_on text NOT NULL CHECK (read_on IN ('card', 'limb', 'torso', 'forehead', 'overlay', 'title', 'unknown')),
    unconfirmed boolean NOT NULL,
    PRIMARY KEY (entry_id, number_key, read_on)
  );
  COMMENT ON COLUMN entry_numbers.number_key IS 'Keyed digest of digits and letter';
  COMMENT ON COLUMN entry_numbers.digits_key IS 'Keyed digest of the digits without the letter';
  COMMENT ON COLUMN entry_numbers.unconfirmed IS 'Read by one person, or by two who differ, and not settled';
  CREATE INDEX entry_numbers_by_number ON entry_numbers (number_key);
  CREATE INDEX entry_numbers_by_digits ON entry_numbers (digits_key);
  ${heldByAnyOrganisation('entry_numbers', { writes: ['INSERT', 'DELETE'] })}
`;

const readings = `
  CREATE TABLE readings (
    id uuid PRIMARY KEY,
    entry_id uuid NOT NULL REFERENCES entries (id),
    round smallint NOT NULL CHECK (round BETWEEN 1 AND 3),
    organisation_id uuid NOT NULL,
    member_id uuid NOT NULL,
    record bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (organisation_id, member_id) REFERENCES members (organisation_id, id),
    UNIQUE (entry_id, round),
    UNIQUE (entry_id, member_id)
  );
  COMMENT ON TABLE readings IS 'What a member read of an entry: 1 and 2 without knowing of each other, 3 settles. Only ever added to';
  COMMENT ON COLUMN readings.record IS 'Sealed with the registry''s key';
  ${heldByAnyOrganisation('readings', { writes: ['INSERT'] })}
  CREATE POLICY readings_by_own_members ON readings AS RESTRICTIVE FOR INSERT TO ${roleNames.app}
    WITH CHECK (organisation_id = current_organisation());
`;

const waiting = `
  ALTER TABLE entries ADD COLUMN awaits_reading text NOT NULL DEFAULT 'first'
    CHECK (awaits_reading IN ('first', 'second', 'settling', 'none'));
  CREATE INDEX entries_awaiting_reading ON entries (collection_id, awaits_reading, created_at, id);
  CREATE INDEX entries_awaiting_another_reading ON entries (awaits_reading, created_at, id)
    WHERE awaits_reading IN ('second', 'settling');
`;
