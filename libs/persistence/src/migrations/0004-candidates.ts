import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';
import { heldByOrganisation } from './row-security.js';

/** Proposed pairs, judgements, decisions. Judgements and decisions are only ever added. */
export class Candidates1790000000004 implements MigrationInterface {
  name = 'Candidates1790000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(candidates);
    await runner.query(judgements);
    await runner.query(decisions);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE decisions, judgements, candidates;');
  }
}

const candidates = `
  CREATE TABLE candidates (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL,
    report_id uuid NOT NULL,
    entry_id uuid NOT NULL REFERENCES entries (id),
    centibits integer NOT NULL,
    probability double precision NOT NULL CHECK (probability BETWEEN 0 AND 1),
    band text NOT NULL CHECK (band IN ('weak', 'fair', 'strong')),
    evidence jsonb NOT NULL,
    model_version text NOT NULL,
    report_fingerprint bytea NOT NULL,
    entry_material bytea NOT NULL,
    state text NOT NULL DEFAULT 'proposed' CHECK (state IN
      ('proposed', 'judged_once', 'confirmed', 'rejected', 'needs_information')),
    above_floor boolean NOT NULL DEFAULT true,
    round integer NOT NULL DEFAULT 1,
    evidence_reader uuid,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (report_id, entry_id),
    UNIQUE (organisation_id, id),
    FOREIGN KEY (organisation_id, report_id) REFERENCES reports (organisation_id, id),
    FOREIGN KEY (organisation_id, evidence_reader) REFERENCES members (organisation_id, id)
  );
  COMMENT ON COLUMN candidates.evidence IS 'Codes, hundredths of a bit and alignment; never names';
  COMMENT ON COLUMN candidates.report_fingerprint IS 'Digest of the report as matching saw it; apart from the entry''s, so that what changed can be told';
  COMMENT ON COLUMN candidates.entry_material IS 'Digest of the entry as matching saw it';
  COMMENT ON COLUMN candidates.evidence_reader IS 'The one reviewer who was shown the evidence in this round before judging';
  CREATE INDEX candidates_by_report ON candidates (organisation_id, report_id);
  CREATE INDEX candidates_by_entry ON candidates (entry_id);
  CREATE INDEX candidates_open ON candidates (organisation_id, id) WHERE state IN ('proposed', 'judged_once') AND above_floor;
  ${heldByOrganisation('candidates', { writes: ['UPDATE'], matcherReads: true })}
  CREATE POLICY candidates_proposed ON candidates FOR INSERT TO ${roleNames.matcher} WITH CHECK (true);
  CREATE POLICY candidates_renewed ON candidates FOR UPDATE TO ${roleNames.matcher} USING (true);
  GRANT INSERT, UPDATE ON candidates TO ${roleNames.matcher};
`;

const judgements = `
  CREATE TABLE judgements (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    member_id uuid NOT NULL,
    round integer NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('same_person', 'different', 'cannot_tell')),
    reasons text[] NOT NULL,
    note bytea,
    report_fingerprint bytea NOT NULL,
    entry_material bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (candidate_id, round, member_id),
    FOREIGN KEY (organisation_id, candidate_id) REFERENCES candidates (organisation_id, id),
    FOREIGN KEY (organisation_id, member_id) REFERENCES members (organisation_id, id)
  );
  COMMENT ON COLUMN judgements.note IS 'Sealed with the organisation''s key';
  CREATE INDEX judgements_by_member ON judgements (organisation_id, member_id, created_at);
  ${heldByOrganisation('judgements', { writes: ['INSERT'] })}
`;

const decisions = `
  CREATE TABLE decisions (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    sequence integer NOT NULL CHECK (sequence > 0),
    round integer NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('confirmed', 'rejected', 'needs_information', 'revoked')),
    decided_by uuid NOT NULL,
    note bytea,
    report_fingerprint bytea NOT NULL,
    entry_material bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (candidate_id, sequence),
    FOREIGN KEY (organisation_id, candidate_id) REFERENCES candidates (organisation_id, id),
    FOREIGN KEY (organisation_id, decided_by) REFERENCES members (organisation_id, id)
  );
  COMMENT ON COLUMN decisions.decided_by IS 'Whose judgement completed the decision, or who revoked it';
  COMMENT ON COLUMN decisions.note IS 'Sealed with the organisation''s key';
  ${heldByOrganisation('decisions', { writes: ['INSERT'], matcherReads: true })}
`;
