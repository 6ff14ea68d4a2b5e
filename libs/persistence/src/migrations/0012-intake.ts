import type { MigrationInterface, QueryRunner } from 'typeorm';
import { heldByOrganisation } from './row-security.js';

/** What work on a case brings: links, follow-ups, references, DNA samples, referrals, tasks. */
export class Intake1790000000012 implements MigrationInterface {
  name = 'Intake1790000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(casesMadeOne);
    await runner.query(contacts);
    await runner.query(links);
    await runner.query(followUps);
    await runner.query(details);
    await runner.query(tasks);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE tasks, referrals, dna_samples, case_references, follow_ups, case_links;
      DROP FUNCTION cases_made_one(uuid);
      DROP INDEX cases_by_opener;
      ALTER TABLE contacts DROP COLUMN version, DROP COLUMN updated_at,
        DROP COLUMN verified_by, DROP COLUMN verified_at, DROP COLUMN verified_way;
    `);
  }
}

/** What was entered for a case that was absorbed is read with the one that stays, and parts with it again. */
const casesMadeOne = `
  CREATE FUNCTION cases_made_one(of_case uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE SET search_path = athar, pg_temp AS
    $$ WITH RECURSIVE absorbed AS (
         SELECT c.id FROM cases c WHERE c.id = of_case
         UNION
         SELECT c.id FROM absorbed a JOIN cases c ON c.merged_into = a.id)
       SELECT id FROM absorbed $$;
`;

const contacts = `
  ALTER TABLE contacts ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN verified_by uuid,
    ADD COLUMN verified_at timestamptz,
    ADD COLUMN verified_way text CHECK (verified_way IN
      ('family_booklet', 'civil_register', 'identity_paper', 'known_to_member', 'other')),
    ADD FOREIGN KEY (organisation_id, verified_by) REFERENCES members (organisation_id, id);
  COMMENT ON COLUMN contacts.verified_way IS 'What proved the relationship; NULL: nobody proved it';
  CREATE INDEX cases_by_opener ON cases (organisation_id, opened_by, opened_at, id);
`;

const links = `
  CREATE TABLE case_links (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL,
    subject_case_id uuid NOT NULL,
    object_case_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN
      ('father_of', 'mother_of', 'brother_of', 'sister_of', 'spouse_of', 'grandparent_of',
       'uncle_or_aunt_of', 'cousin_of', 'in_law_of', 'other_relative_of', 'arrested_together')),
    record bytea NOT NULL,
    added_by uuid NOT NULL,
    added_at timestamptz NOT NULL DEFAULT now(),
    removed_by uuid,
    removed_at timestamptz,
    CHECK (subject_case_id <> object_case_id),
    CHECK ((removed_by IS NULL) = (removed_at IS NULL)),
    FOREIGN KEY (organisation_id, subject_case_id) REFERENCES cases (organisation_id, id),
    FOREIGN KEY (organisation_id, object_case_id) REFERENCES cases (organisation_id, id),
    FOREIGN KEY (organisation_id, added_by) REFERENCES members (organisation_id, id),
    FOREIGN KEY (organisation_id, removed_by) REFERENCES members (organisation_id, id)
  );
  COMMENT ON TABLE case_links IS 'The person of the subject case is the father of, was arrested together with ... that of the object case';
  COMMENT ON COLUMN case_links.record IS 'Sealed with the organisation''s key: date, place, source, note';
  CREATE UNIQUE INDEX case_links_once ON case_links (organisation_id,
    least(subject_case_id, object_case_id), greatest(subject_case_id, object_case_id), kind)
    WHERE removed_at IS NULL;
  CREATE INDEX case_links_by_subject ON case_links (organisation_id, subject_case_id) WHERE removed_at IS NULL;
  CREATE INDEX case_links_by_object ON case_links (organisation_id, object_case_id) WHERE removed_at IS NULL;
  ${heldByOrganisation('case_links', { writes: ['INSERT', 'UPDATE'] })}
`;

const followUps = `
  CREATE TABLE follow_ups (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL,
    case_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('call', 'visit', 'message', 'information', 'correction')),
    happened_on date NOT NULL,
    contact_id uuid,
    corrects_id uuid,
    record bytea NOT NULL,
    entered_by uuid NOT NULL,
    entered_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (organisation_id, id),
    CHECK ((kind = 'correction') = (corrects_id IS NOT NULL)),
    FOREIGN KEY (organisation_id, case_id) REFERENCES cases (organisation_id, id),
    FOREIGN KEY (organisation_id, contact_id) REFERENCES contacts (organisation_id, id),
    FOREIGN KEY (organisation_id, corrects_id) REFERENCES follow_ups (organisation_id, id),
    FOREIGN KEY (organisation_id, entered_by) REFERENCES members (organisation_id, id)
  );
  COMMENT ON COLUMN follow_ups.record IS 'Sealed with the organisation''s key: the text';
  CREATE INDEX follow_ups_by_age ON follow_ups (organisation_id, case_id, entered_at, id);
  ${heldByOrganisation('follow_ups', { writes: ['INSERT'] })}
`;

/** Columns that references, DNA samples and referrals have in common. */
const detail = `
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL,
    case_id uuid NOT NULL,
    contact_id uuid,
    record bytea NOT NULL,
    version integer NOT NULL DEFAULT 1,
    added_by uuid NOT NULL,
    added_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    removed_by uuid,
    removed_at timestamptz,
    CHECK ((removed_by IS NULL) = (removed_at IS NULL)),
    FOREIGN KEY (organisation_id, case_id) REFERENCES cases (organisation_id, id),
    FOREIGN KEY (organisation_id, contact_id) REFERENCES contacts (organisation_id, id),
    FOREIGN KEY (organisation_id, added_by) REFERENCES members (organisation_id, id),
    FOREIGN KEY (organisation_id, removed_by) REFERENCES members (organisation_id, id)`;

const details = `
  CREATE TABLE case_references (${detail},
    kind text NOT NULL CHECK (kind IN ('icrc', 'iimp', 'ncmp', 'icmp', 'other'))
  );
  COMMENT ON COLUMN case_references.record IS 'Sealed with the organisation''s key: the number, since when, whose';
  CREATE INDEX case_references_by_case ON case_references (organisation_id, case_id, added_at) WHERE removed_at IS NULL;
  ${heldByOrganisation('case_references', { writes: ['INSERT', 'UPDATE'] })}

  CREATE TABLE dna_samples (${detail});
  COMMENT ON COLUMN dna_samples.record IS 'Sealed with the organisation''s key: who gave it, where, when, its reference';
  CREATE INDEX dna_samples_by_case ON dna_samples (organisation_id, case_id, added_at) WHERE removed_at IS NULL;
  ${heldByOrganisation('dna_samples', { writes: ['INSERT', 'UPDATE'] })}

  CREATE TABLE referrals (${detail},
    kind text NOT NULL CHECK (kind IN ('psychosocial', 'legal', 'forensic')),
    status text NOT NULL CHECK (status IN ('open', 'accepted', 'ended'))
  );
  COMMENT ON COLUMN referrals.record IS 'Sealed with the organisation''s key: to whom, dates, note';
  CREATE INDEX referrals_by_case ON referrals (organisation_id, case_id, added_at) WHERE removed_at IS NULL;
  ${heldByOrganisation('referrals', { writes: ['INSERT', 'UPDATE'] })}
`;

const tasks = `
  CREATE TABLE tasks (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL,
    case_id uuid NOT NULL,
    contact_id uuid,
    kind text NOT NULL CHECK (kind IN ('call', 'other')),
    template text CHECK (template IN ('registered')),
    occasion text,
    due_on date NOT NULL,
    assigned_to uuid NOT NULL,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'cancelled')),
    record bytea NOT NULL,
    version integer NOT NULL DEFAULT 1,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    ended_by uuid,
    ended_at timestamptz,
    CHECK (kind <> 'call' OR contact_id IS NOT NULL),
    CHECK ((state = 'open') = (ended_at IS NULL)),
    UNIQUE (contact_id, template, occasion),
    FOREIGN KEY (organisation_id, case_id) REFERENCES cases (organisation_id, id),
    FOREIGN KEY (organisation_id, contact_id) REFERENCES contacts (organisation_id, id),
    FOREIGN KEY (organisation_id, assigned_to) REFERENCES members (organisation_id, id),
    FOREIGN KEY (organisation_id, created_by) REFERENCES members (organisation_id, id),
    FOREIGN KEY (organisation_id, ended_by) REFERENCES members (organisation_id, id)
  );
  COMMENT ON COLUMN tasks.template IS 'The sentence to be said, where it is one that families are told';
  COMMENT ON COLUMN tasks.occasion IS 'What the sentence is said for, so that it is said once';
  COMMENT ON COLUMN tasks.record IS 'Sealed with the organisation''s key: note and outcome';
  CREATE INDEX tasks_due ON tasks (organisation_id, state, due_on, id);
  CREATE INDEX tasks_of_member ON tasks (organisation_id, assigned_to, state, due_on, id);
  CREATE INDEX tasks_by_case ON tasks (organisation_id, case_id, state, due_on);
  CREATE INDEX tasks_by_contact ON tasks (contact_id) WHERE state = 'open';
  ${heldByOrganisation('tasks', { writes: ['INSERT', 'UPDATE'] })}
`;
