import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleNames } from '../roles/role-names.js';
import { heldByOrganisation } from './row-security.js';

/** Outgoing messages: which sentence to whom by which channel, and what became of it. */
export class Messages1790000000005 implements MigrationInterface {
  name = 'Messages1790000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(messages);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION unsent_messages(interval); DROP TABLE messages;');
  }
}

const messages = `
  CREATE TABLE messages (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL,
    case_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    template text NOT NULL CHECK (template IN ('registered', 'routine_review')),
    occasion text NOT NULL,
    channel text NOT NULL CHECK (channel IN ('email', 'sms', 'call')),
    language text NOT NULL CHECK (language IN ('ar', 'en')),
    state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sent', 'failed', 'cancelled')),
    message_id text NOT NULL UNIQUE,
    attempts integer NOT NULL DEFAULT 0,
    generation integer NOT NULL DEFAULT 0,
    failure_code text,
    not_before timestamptz NOT NULL DEFAULT now(),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    sent_at timestamptz,
    UNIQUE (contact_id, template, occasion, channel),
    UNIQUE (organisation_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES cases (organisation_id, id),
    FOREIGN KEY (organisation_id, contact_id) REFERENCES contacts (organisation_id, id)
  );
  COMMENT ON COLUMN messages.occasion IS 'What the message was written for, so that it is written once';
  COMMENT ON COLUMN messages.message_id IS 'RFC 5322 Message-ID: the same on every attempt';
  CREATE INDEX messages_by_case ON messages (organisation_id, case_id, created_at);
  CREATE INDEX messages_by_age ON messages (organisation_id, created_at, id);
  CREATE INDEX messages_pending ON messages (not_before) WHERE state = 'pending';
  ${heldByOrganisation('messages', { writes: ['INSERT', 'UPDATE'] })}

  CREATE FUNCTION unsent_messages(silent_for interval)
    RETURNS TABLE (organisation_id uuid, id uuid, generation integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = athar, pg_temp AS
    $$ SELECT m.organisation_id, m.id, m.generation FROM messages m
       WHERE m.state = 'pending' AND m.not_before <= now() AND m.updated_at < now() - silent_for
       ORDER BY m.not_before LIMIT 1000 $$;
  REVOKE ALL ON FUNCTION unsent_messages(interval) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION unsent_messages(interval) TO ${roleNames.app};
`;
