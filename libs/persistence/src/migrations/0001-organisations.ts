import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';
import { heldByOrganisation } from './row-security.js';

/** Organisations, members, data keys, recovery keys, the audit trail, idempotency. */
export class Organisations1790000000001 implements MigrationInterface {
  name = 'Organisations1790000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(currentOrganisation);
    await runner.query(organisations);
    await runner.query(keys);
    await runner.query(idempotency);
    await runner.query(audit);
    await runner.query(auditFunctions);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION verify_audit_chain(uuid);
      DROP FUNCTION record_audit(uuid, uuid, text, text, uuid, jsonb);
      DROP FUNCTION audit_digest(bytea, audit_events);
      DROP FUNCTION member_identity(uuid);
      DROP FUNCTION recovery_proved(text);
      DROP FUNCTION sealed_under_another(text);
      DROP TABLE audit_events, audit_heads, idempotency_keys, recovery_keys, data_keys, members, organisations;
      DROP FUNCTION current_organisation();
    `);
  }
}

const currentOrganisation = `
  CREATE FUNCTION current_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT nullif(current_setting('athar.organisation_id', true), '')::uuid $$;
`;

const organisations = `
  CREATE TABLE organisations (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    phone text NOT NULL CHECK (length(phone) BETWEEN 3 AND 40),
    discreet boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  ${heldByOrganisation('organisations', { writes: [], column: 'id', matcherReads: true })}

  CREATE TABLE members (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL REFERENCES organisations (id),
    label text NOT NULL CHECK (length(label) BETWEEN 1 AND 80),
    roles text[] NOT NULL CHECK (roles <@ ARRAY['caseworker', 'reviewer', 'coordinator', 'steward'] AND cardinality(roles) > 0),
    created_at timestamptz NOT NULL DEFAULT now(),
    disabled_at timestamptz,
    UNIQUE (organisation_id, label),
    UNIQUE (organisation_id, id)
  );
  COMMENT ON COLUMN members.label IS 'What colleagues call this seat; not a person''s name';
  ${heldByOrganisation('members', { writes: [] })}

  CREATE FUNCTION member_identity(member uuid)
    RETURNS TABLE (member_id uuid, organisation_id uuid, label text, roles text[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = athar, pg_temp AS
    $$ SELECT m.id, m.organisation_id, m.label, m.roles FROM members m WHERE m.id = member AND m.disabled_at IS NULL $$;
  REVOKE ALL ON FUNCTION member_identity(uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION member_identity(uuid) TO ${roleNames.app};
`;

const keys = `
  CREATE TABLE data_keys (
    id uuid PRIMARY KEY,
    organisation_id uuid REFERENCES organisations (id),
    master_key_id text NOT NULL,
    wrapped bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    retired_at timestamptz
  );
  COMMENT ON COLUMN data_keys.organisation_id IS 'NULL: the key of the registry';
  CREATE UNIQUE INDEX data_keys_one_in_use ON data_keys (organisation_id) NULLS NOT DISTINCT WHERE retired_at IS NULL;
  ALTER TABLE data_keys ENABLE ROW LEVEL SECURITY;
  CREATE POLICY data_keys_for_members ON data_keys FOR SELECT TO ${roleNames.app}
    USING (current_organisation() IS NOT NULL AND (organisation_id IS NULL OR organisation_id = current_organisation()));
  CREATE POLICY data_keys_for_matcher ON data_keys FOR SELECT TO ${roleNames.matcher} USING (true);
  GRANT SELECT ON data_keys TO ${roleNames.app}, ${roleNames.matcher};

  CREATE TABLE recovery_keys (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    master_key_id text NOT NULL UNIQUE,
    wrapped_master_key bytea NOT NULL,
    exported_at timestamptz NOT NULL DEFAULT now(),
    proved_at timestamptz
  );
  CREATE FUNCTION recovery_proved(master_key text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = athar, pg_temp AS
    $$ SELECT EXISTS (SELECT FROM recovery_keys WHERE master_key_id = master_key AND proved_at IS NOT NULL) $$;
  CREATE FUNCTION sealed_under_another(master_key text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = athar, pg_temp AS
    $$ SELECT EXISTS (SELECT FROM data_keys WHERE master_key_id <> master_key) $$;
  REVOKE ALL ON FUNCTION recovery_proved(text), sealed_under_another(text) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION recovery_proved(text), sealed_under_another(text) TO ${roleNames.app}, ${roleNames.matcher};
`;

const idempotency = `
  CREATE TABLE idempotency_keys (
    organisation_id uuid NOT NULL REFERENCES organisations (id),
    member_id uuid NOT NULL,
    scope text NOT NULL,
    key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
    request_digest bytea NOT NULL,
    resource_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organisation_id, member_id, scope, key),
    FOREIGN KEY (organisation_id, member_id) REFERENCES members (organisation_id, id)
  );
  CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
  ${heldByOrganisation('idempotency_keys', { writes: ['INSERT'] })}
`;

const audit = `
  CREATE TABLE audit_heads (
    organisation_id uuid PRIMARY KEY REFERENCES organisations (id),
    sequence bigint NOT NULL,
    hash bytea NOT NULL
  );
  CREATE TABLE audit_events (
    organisation_id uuid NOT NULL REFERENCES organisations (id),
    sequence bigint NOT NULL,
    at timestamptz NOT NULL,
    member_id uuid,
    action text NOT NULL,
    subject_type text NOT NULL,
    subject_id uuid,
    detail jsonb NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (organisation_id, sequence)
  );
  COMMENT ON COLUMN audit_events.member_id IS 'NULL: the service itself';
  CREATE INDEX audit_events_by_subject ON audit_events (organisation_id, subject_type, subject_id, sequence);
  ${heldByOrganisation('audit_events', { writes: [] })}
  ALTER TABLE audit_heads ENABLE ROW LEVEL SECURITY;
`;

const auditFunctions = `
  CREATE FUNCTION audit_digest(previous bytea, event audit_events) RETURNS bytea LANGUAGE sql IMMUTABLE AS
    $$ SELECT sha256(previous || convert_to(jsonb_build_array(
         event.organisation_id, event.sequence,
         to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
         event.member_id, event.action, event.subject_type, event.subject_id, event.detail)::text, 'UTF8')) $$;

  CREATE FUNCTION record_audit(organisation uuid, member uuid, action text, subject_type text, subject_id uuid, detail jsonb)
    RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = athar, pg_temp AS $$
    DECLARE
      head audit_heads;
      event audit_events;
    BEGIN
      IF session_user = '${roleNames.app}' AND organisation IS DISTINCT FROM current_organisation() THEN
        RAISE EXCEPTION 'audit events are recorded for the acting organisation only' USING ERRCODE = 'insufficient_privilege';
      END IF;
      INSERT INTO audit_heads VALUES (organisation, 0, '\\x') ON CONFLICT DO NOTHING;
      SELECT * INTO head FROM audit_heads h WHERE h.organisation_id = organisation FOR UPDATE;
      event.organisation_id := organisation;
      event.sequence := head.sequence + 1;
      event.at := clock_timestamp();
      event.member_id := member;
      event.action := action;
      event.subject_type := subject_type;
      event.subject_id := subject_id;
      event.detail := coalesce(detail, '{}');
      event.hash := audit_digest(head.hash, event);
      INSERT INTO audit_events SELECT event.*;
      UPDATE audit_heads h SET sequence = event.sequence, hash = event.hash WHERE h.organisation_id = organisation;
      RETURN event.sequence;
    END $$;
  REVOKE ALL ON FUNCTION record_audit(uuid, uuid, text, text, uuid, jsonb) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION record_audit(uuid, uuid, text, text, uuid, jsonb) TO ${roleNames.app}, ${roleNames.matcher};

  CREATE FUNCTION verify_audit_chain(organisation uuid)
    RETURNS TABLE (events bigint, broken_at bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = athar, pg_temp AS $$
    DECLARE
      event audit_events;
      previous bytea := '\\x';
      expected bigint := 0;
      head audit_heads;
    BEGIN
      IF session_user = '${roleNames.app}' AND organisation IS DISTINCT FROM current_organisation() THEN
        RAISE EXCEPTION 'only the acting organisation''s chain' USING ERRCODE = 'insufficient_privilege';
      END IF;
      FOR event IN SELECT * FROM audit_events e WHERE e.organisation_id = organisation ORDER BY e.sequence LOOP
        expected := expected + 1;
        IF event.sequence <> expected OR event.hash IS DISTINCT FROM audit_digest(previous, event) THEN
          RETURN QUERY SELECT expected - 1, expected;
          RETURN;
        END IF;
        previous := event.hash;
      END LOOP;
      SELECT * INTO head FROM audit_heads h WHERE h.organisation_id = organisation;
      IF coalesce(head.sequence, 0) <> expected OR coalesce(head.hash, '\\x') <> previous THEN
        RETURN QUERY SELECT expected, expected + 1;
        RETURN;
      END IF;
      RETURN QUERY SELECT expected, NULL::bigint;
    END $$;
  REVOKE ALL ON FUNCTION verify_audit_chain(uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION verify_audit_chain(uuid) TO ${roleNames.app};
`;
