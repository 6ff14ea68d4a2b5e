import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';
import { heldByAnyOrganisation, heldByOrganisation } from './row-security.js';

/** Pairs of two reports and of two entries, cases that were made one, what is confirmed elsewhere. */
export class Pairs1790000000011 implements MigrationInterface {
  name = 'Pairs1790000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(reportFeed);
    await runner.query(duplicates);
    await runner.query(entryPairs);
    await runner.query(pairing);
    await runner.query(merges);
    await runner.query(confirmed);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}

/** What is kept of any pair of two records of one kind. */
const pairColumns = `
    centibits integer NOT NULL,
    probability double precision NOT NULL CHECK (probability BETWEEN 0 AND 1),
    band text NOT NULL CHECK (band IN ('weak', 'fair', 'strong')),
    evidence jsonb NOT NULL,
    model_version text NOT NULL,
    left_material bytea NOT NULL,
    right_material bytea NOT NULL,
    state text NOT NULL DEFAULT 'proposed' CHECK (state IN
      ('proposed', 'judged_once', 'confirmed', 'rejected', 'needs_information')),
    above_floor boolean NOT NULL DEFAULT true,
    round integer NOT NULL DEFAULT 1,
    evidence_reader uuid REFERENCES members (id),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (left_id < right_id),
    UNIQUE (left_id, right_id)`;

const judgementColumns = `
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL,
    pair_id uuid NOT NULL,
    member_id uuid NOT NULL,
    round integer NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('same_person', 'different', 'cannot_tell')),
    reasons text[] NOT NULL,
    note bytea,
    left_material bytea NOT NULL,
    right_material bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (pair_id, round, member_id),
    FOREIGN KEY (organisation_id, member_id) REFERENCES members (organisation_id, id)`;

const decisionColumns = `
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL,
    pair_id uuid NOT NULL,
    sequence integer NOT NULL CHECK (sequence > 0),
    round integer NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('confirmed', 'rejected', 'needs_information', 'revoked')),
    decided_by uuid NOT NULL,
    note bytea,
    left_material bytea NOT NULL,
    right_material bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (pair_id, sequence),
    FOREIGN KEY (organisation_id, decided_by) REFERENCES members (organisation_id, id)`;

function renewedByMatcher(table: string): string {
  return `
  CREATE POLICY ${table}_proposed ON ${table} FOR INSERT TO ${roleNames.matcher} WITH CHECK (true);
  CREATE POLICY ${table}_renewed ON ${table} FOR UPDATE TO ${roleNames.matcher} USING (true);
  GRANT INSERT, UPDATE ON ${table} TO ${roleNames.matcher};`;
}

/**
 * The transaction that last wrote a report's content. Whoever has read while every transaction below
 * n had ended, reads on from n and misses none, in whichever order they commit.
 */
const reportFeed = `
  ALTER TABLE reports
    ADD COLUMN changed_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
    ADD COLUMN given_case_id uuid,
    ADD COLUMN duplicates_revision integer NOT NULL DEFAULT 0,
    ADD COLUMN duplicates_model text;
  COMMENT ON COLUMN reports.given_case_id IS 'The case whose reference the relative was given; no merge changes it';
  COMMENT ON COLUMN reports.duplicates_revision IS 'The match revision that was last compared with the organisation''s other reports';
  UPDATE reports SET given_case_id = case_id;
  ALTER TABLE reports ALTER COLUMN given_case_id SET NOT NULL,
    ADD FOREIGN KEY (organisation_id, given_case_id) REFERENCES cases (organisation_id, id);
  CREATE INDEX reports_by_change ON reports (organisation_id, changed_in);

  CREATE FUNCTION report_changed() RETURNS trigger LANGUAGE plpgsql SET search_path = athar, pg_temp AS $$
    BEGIN
      NEW.changed_in := pg_current_xact_id();
      NEW.given_case_id := coalesce(NEW.given_case_id, NEW.case_id);
      -- Reports of other cases were not compared with it while it was of another, or withdrawn.
      IF TG_OP = 'UPDATE' AND (OLD.case_id <> NEW.case_id OR OLD.state <> NEW.state) THEN
        NEW.duplicates_revision := 0;
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER reports_changed BEFORE INSERT OR UPDATE OF record, fingerprint, state, case_id
    ON reports FOR EACH ROW EXECUTE FUNCTION report_changed();
  GRANT UPDATE (duplicates_revision, duplicates_model) ON reports TO ${roleNames.matcher};
`;

const duplicates = `
  CREATE TABLE duplicates (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL,
    left_id uuid NOT NULL,
    right_id uuid NOT NULL,
    ${pairColumns},
    UNIQUE (organisation_id, id),
    FOREIGN KEY (organisation_id, left_id) REFERENCES reports (organisation_id, id),
    FOREIGN KEY (organisation_id, right_id) REFERENCES reports (organisation_id, id)
  );
  COMMENT ON TABLE duplicates IS 'Two reports of one organisation that may concern one person';
  CREATE INDEX duplicates_by_right ON duplicates (right_id);
  CREATE INDEX duplicates_open ON duplicates (organisation_id, id) WHERE state IN ('proposed', 'judged_once') AND above_floor;
  ${heldByOrganisation('duplicates', { writes: ['UPDATE'], matcherReads: true })}
  ${renewedByMatcher('duplicates')}

  CREATE TABLE duplicate_judgements (${judgementColumns},
    FOREIGN KEY (organisation_id, pair_id) REFERENCES duplicates (organisation_id, id)
  );
  ${heldByOrganisation('duplicate_judgements', { writes: ['INSERT'] })}

  CREATE TABLE duplicate_decisions (${decisionColumns},
    FOREIGN KEY (organisation_id, pair_id) REFERENCES duplicates (organisation_id, id)
  );
  ${heldByOrganisation('duplicate_decisions', { writes: ['INSERT'] })}
`;

const entryPairs = `
  CREATE TABLE entry_pairs (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    left_id uuid NOT NULL REFERENCES entries (id),
    right_id uuid NOT NULL REFERENCES entries (id),
    ${pairColumns}
  );
  COMMENT ON TABLE entry_pairs IS 'Two entries of different collections that may document one person; all organisations share them, as they share the registry';
  CREATE INDEX entry_pairs_by_right ON entry_pairs (right_id);
  CREATE INDEX entry_pairs_open ON entry_pairs (id) WHERE state IN ('proposed', 'judged_once') AND above_floor;
  ${heldByAnyOrganisation('entry_pairs', { writes: ['UPDATE'] })}
  ${renewedByMatcher('entry_pairs')}

  CREATE TABLE entry_pair_judgements (${judgementColumns},
    FOREIGN KEY (pair_id) REFERENCES entry_pairs (id)
  );
  COMMENT ON COLUMN entry_pair_judgements.note IS 'Sealed with the key of the judging organisation, who alone sees the row';
  ${heldByOrganisation('entry_pair_judgements', { writes: ['INSERT'], matcherReads: true })}

  CREATE TABLE entry_pair_decisions (${decisionColumns},
    FOREIGN KEY (pair_id) REFERENCES entry_pairs (id)
  );
  COMMENT ON COLUMN entry_pair_decisions.organisation_id IS 'Of the member whose judgement completed the decision, or who revoked it';
  COMMENT ON COLUMN entry_pair_decisions.note IS 'Sealed with the registry''s key: what was decided is everyone''s';
  ${heldByAnyOrganisation('entry_pair_decisions', { writes: ['INSERT'] })}

  CREATE FUNCTION entry_pair_verdict_beside(pair uuid, of_round integer, member uuid) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = athar, pg_temp AS
    $$ SELECT j.verdict FROM entry_pair_judgements j
       WHERE current_organisation() IS NOT NULL
         AND j.pair_id = pair AND j.round = of_round AND j.member_id <> member LIMIT 1 $$;
  COMMENT ON FUNCTION entry_pair_verdict_beside(uuid, integer, uuid) IS 'The verdict of whoever else judged in a round, of any organisation, without saying who';
  REVOKE ALL ON FUNCTION entry_pair_verdict_beside(uuid, integer, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION entry_pair_verdict_beside(uuid, integer, uuid) TO ${roleNames.app};
`;

const pairing = `
  CREATE TABLE entry_pairing (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    revision bigint NOT NULL,
    model text
  );
  COMMENT ON TABLE entry_pairing IS 'All pairs of entries up to this revision of the registry were looked at, by this model';
  INSERT INTO entry_pairing (revision) VALUES (0);
  ALTER TABLE entry_pairing ENABLE ROW LEVEL SECURITY;
  CREATE POLICY entry_pairing_of_matcher ON entry_pairing TO ${roleNames.matcher} USING (true);
  GRANT SELECT, UPDATE ON entry_pairing TO ${roleNames.matcher};
`;

const merges = `
  ALTER TABLE cases DROP CONSTRAINT cases_status_check, ADD COLUMN merged_into uuid;
  ALTER TABLE cases
    ADD CONSTRAINT cases_status_check CHECK (status IN ('open', 'under_review', 'confirmed',
      'disclosure_planned', 'disclosed', 'closed', 'withdrawn', 'merged')),
    ADD CONSTRAINT cases_merged_somewhere CHECK ((status = 'merged') = (merged_into IS NOT NULL)),
    ADD FOREIGN KEY (organisation_id, merged_into) REFERENCES cases (organisation_id, id);
  CREATE INDEX cases_by_merge ON cases (merged_into) WHERE merged_into IS NOT NULL;

  CREATE TABLE case_merges (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL,
    into_case_id uuid NOT NULL,
    from_case_id uuid NOT NULL CHECK (from_case_id <> into_case_id),
    duplicate_id uuid NOT NULL,
    report_ids uuid[] NOT NULL,
    into_status text NOT NULL,
    from_status text NOT NULL,
    merged_by uuid NOT NULL,
    merged_at timestamptz NOT NULL DEFAULT now(),
    undone_by uuid,
    undone_at timestamptz,
    undo_reason bytea,
    CHECK ((undone_by IS NULL) = (undone_at IS NULL)),
    FOREIGN KEY (organisation_id, into_case_id) REFERENCES cases (organisation_id, id),
    FOREIGN KEY (organisation_id, from_case_id) REFERENCES cases (organisation_id, id),
    FOREIGN KEY (organisation_id, duplicate_id) REFERENCES duplicates (organisation_id, id),
    FOREIGN KEY (organisation_id, merged_by) REFERENCES members (organisation_id, id),
    FOREIGN KEY (organisation_id, undone_by) REFERENCES members (organisation_id, id)
  );
  COMMENT ON COLUMN case_merges.duplicate_id IS 'The pair of reports that two reviewers confirmed';
  COMMENT ON COLUMN case_merges.report_ids IS 'Exactly the reports that moved';
  COMMENT ON COLUMN case_merges.undo_reason IS 'Sealed with the organisation''s key';
  CREATE UNIQUE INDEX case_merges_in_force ON case_merges (from_case_id) WHERE undone_at IS NULL;
  CREATE INDEX case_merges_by_case ON case_merges (organisation_id, into_case_id);
  ${heldByOrganisation('case_merges', { writes: ['INSERT', 'UPDATE'] })}

  CREATE FUNCTION surviving_case(of_case uuid) RETURNS uuid
    LANGUAGE sql STABLE SET search_path = athar, pg_temp AS
    $$ WITH RECURSIVE trail AS (
         SELECT c.id, c.merged_into FROM cases c WHERE c.id = of_case
         UNION ALL
         SELECT c.id, c.merged_into FROM trail t JOIN cases c ON c.id = t.merged_into
       )
       SELECT t.id FROM trail t WHERE t.merged_into IS NULL $$;
  COMMENT ON FUNCTION surviving_case(uuid) IS 'The case that a case was merged into, over all its merges; itself where it was not merged';
`;

const confirmed = `
  ALTER TABLE candidates ADD COLUMN told_intake boolean NOT NULL DEFAULT false;
  COMMENT ON COLUMN candidates.told_intake IS 'Confirmed while the custodian allowed disclosure, so that intake saw its case as confirmed';
  UPDATE candidates SET told_intake = true WHERE state = 'confirmed';

  CREATE FUNCTION confirmed_in_another_organisation(entry uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = athar, pg_temp AS
    $$ SELECT EXISTS (SELECT FROM candidates c WHERE c.entry_id = entry AND c.state = 'confirmed'
         AND c.organisation_id <> current_organisation()) $$;
  COMMENT ON FUNCTION confirmed_in_another_organisation(uuid) IS 'Only whether; never which organisation, case or report';
  REVOKE ALL ON FUNCTION confirmed_in_another_organisation(uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION confirmed_in_another_organisation(uuid) TO ${roleNames.app};

  CREATE FUNCTION confirmation_kept_from_intake(of_case uuid) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = athar, pg_temp AS
    $$ SELECT coalesce(bool_and(NOT p.told_intake AND
           (NOT collection_open(k.may_match, k.embargo_until) OR NOT k.may_disclose)), false)
       FROM candidates p
         JOIN reports r ON r.id = p.report_id
         JOIN entries e ON e.id = p.entry_id
         JOIN collections k ON k.id = e.collection_id
       WHERE r.case_id = of_case AND p.state = 'confirmed' $$;
  COMMENT ON FUNCTION confirmation_kept_from_intake(uuid) IS 'True where every confirmed pair of a case is held back by the terms of a custodian, and intake never saw one';
`;

const down = `
  DROP FUNCTION confirmation_kept_from_intake(uuid), confirmed_in_another_organisation(uuid);
  ALTER TABLE candidates DROP COLUMN told_intake;
  DROP FUNCTION surviving_case(uuid);
  DROP TABLE case_merges;
  UPDATE cases SET status = 'closed', merged_into = NULL WHERE status = 'merged';
  ALTER TABLE cases DROP CONSTRAINT cases_status_check, DROP COLUMN merged_into;
  ALTER TABLE cases ADD CONSTRAINT cases_status_check CHECK (status IN ('open', 'under_review',
    'confirmed', 'disclosure_planned', 'disclosed', 'closed', 'withdrawn'));
  DROP FUNCTION entry_pair_verdict_beside(uuid, integer, uuid);
  DROP TABLE entry_pairing, entry_pair_decisions, entry_pair_judgements, entry_pairs;
  DROP TABLE duplicate_decisions, duplicate_judgements, duplicates;
  DROP TRIGGER reports_changed ON reports;
  DROP FUNCTION report_changed();
  ALTER TABLE reports DROP COLUMN changed_in, DROP COLUMN given_case_id,
    DROP COLUMN duplicates_revision, DROP COLUMN duplicates_model;
`;
