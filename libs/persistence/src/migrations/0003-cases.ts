import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';
import { heldByOrganisation } from './row-security.js';

/** Cases, reports, contacts and their consents. */
export class Cases1790000000003 implements MigrationInterface {
  name = 'Cases1790000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(cases);
    await runner.query(reports);
    await runner.query(families);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE consents, contacts, reports, cases;');
  }
}

const cases = `
  CREATE TABLE cases (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL REFERENCES organisations (id),
    reference text NOT NULL UNIQUE,
    status text NOT NULL DEFAULT 'open' CHECK (status IN
      ('open', 'under_review', 'confirmed', 'disclosure_planned', 'disclosed', 'closed', 'withdrawn')),
    version integer NOT NULL DEFAULT 1,
    opened_by uuid NOT NULL,
    opened_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (organisation_id, id),
    FOREIGN KEY (organisation_id, opened_by) REFERENCES members (organisation_id, id)
  );
  CREATE INDEX cases_by_age ON cases (organisation_id, opened_at, id);
  ${heldByOrganisation('cases', { writes: ['INSERT', 'UPDATE'], matcherReads: true })}
`;

const reports = `
  CREATE TABLE reports (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL,
    case_id uuid NOT NULL,
    entered_by uuid NOT NULL,
    record bytea NOT NULL,
    fingerprint bytea NOT NULL,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'withdrawn')),
    version integer NOT NULL DEFAULT 1,
    match_revision integer NOT NULL DEFAULT 1,
    matched_revision integer NOT NULL DEFAULT 0,
    matched_registry_revision bigint NOT NULL DEFAULT 0,
    matched_model text,
    entered_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (organisation_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES cases (organisation_id, id),
    FOREIGN KEY (organisation_id, entered_by) REFERENCES members (organisation_id, id)
  );
  COMMENT ON COLUMN reports.record IS 'Sealed with the organisation''s key: the missing person and the circumstances';
  COMMENT ON COLUMN reports.fingerprint IS 'Keyed digest of what matching looks at';
  CREATE INDEX reports_by_case ON reports (organisation_id, case_id);
  CREATE INDEX reports_by_age ON reports (organisation_id, entered_at, id);
  CREATE INDEX reports_open ON reports (id) WHERE state = 'open';
  CREATE INDEX reports_unmatched ON reports (updated_at) WHERE state = 'open' AND matched_revision < match_revision;
  CREATE INDEX reports_by_registry ON reports (matched_registry_revision) WHERE state = 'open';
  ${heldByOrganisation('reports', { writes: ['INSERT', 'UPDATE'], matcherReads: true })}
  CREATE POLICY reports_matched ON reports FOR UPDATE TO ${roleNames.matcher} USING (true);
  GRANT UPDATE (matched_revision, matched_registry_revision, matched_model) ON reports TO ${roleNames.matcher};
`;

const families = `
  CREATE TABLE contacts (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL,
    report_id uuid NOT NULL,
    position smallint NOT NULL,
    relationship text NOT NULL CHECK (relationship IN
      ('mother', 'father', 'wife', 'husband', 'sister', 'brother', 'daughter', 'son', 'grandparent', 'uncle_or_aunt', 'cousin', 'friend', 'lawyer', 'other')),
    relationship_verified boolean NOT NULL DEFAULT false,
    language text NOT NULL CHECK (language IN ('ar', 'en')),
    discreet boolean NOT NULL DEFAULT false,
    record bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (organisation_id, id),
    FOREIGN KEY (organisation_id, report_id) REFERENCES reports (organisation_id, id)
  );
  COMMENT ON COLUMN contacts.position IS 'Place in the report, from 0';
  COMMENT ON COLUMN contacts.record IS 'Sealed with the organisation''s key: name, phone, e-mail, safe hours, note';
  CREATE INDEX contacts_by_report ON contacts (organisation_id, report_id);
  ${heldByOrganisation('contacts', { writes: ['INSERT', 'UPDATE'] })}

  CREATE TABLE consents (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    purpose text NOT NULL CHECK (purpose IN ('store_and_match', 'share', 'message_email', 'message_sms', 'message_call')),
    given_on date NOT NULL,
    way text NOT NULL CHECK (way IN ('in_person', 'phone', 'written', 'online')),
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    withdrawn_at timestamptz,
    FOREIGN KEY (organisation_id, contact_id) REFERENCES contacts (organisation_id, id),
    FOREIGN KEY (organisation_id, recorded_by) REFERENCES members (organisation_id, id)
  );
  CREATE UNIQUE INDEX consents_in_force ON consents (contact_id, purpose) WHERE withdrawn_at IS NULL;
  CREATE INDEX consents_by_contact ON consents (organisation_id, contact_id);
  ${heldByOrganisation('consents', { writes: ['INSERT', 'UPDATE'] })}
`;
