import type { Language } from '@athar/families';
import type { EntityManager } from 'typeorm';
import type { Channel, MessageState, MessageView } from './message.js';
import type { TemplateName } from './templates.js';

export interface MessageRow {
  id: string;
  case_id: string;
  contact_id: string;
  template: TemplateName;
  channel: Channel;
  language: Language;
  state: MessageState;
  failure_code: string | null;
  attempts: number;
  created_at: Date;
  sent_at: Date | null;
}

/** A message taken in hand, with all that its sentence may know. */
export interface DueMessage extends MessageRow {
  message_id: string;
  due: boolean;
  /** False where the case, or the one it was merged into, is in a status in which nothing is sent. */
  told: boolean;
  reference: string;
  organisation: string;
  phone: string;
  discreet: boolean;
}

/**
 * Takes a waiting message in hand until the end of the transaction, so that no other worker sends it
 * meanwhile. Undefined where it does not wait, or another holds it.
 */
export async function takeInHand(
  manager: EntityManager,
  organisationId: string,
  messageId: string,
): Promise<DueMessage | undefined> {
  const [row] = await manager.query<DueMessage[]>(
    `SELECT m.*, m.not_before <= now() AS due,
       (SELECT s.status NOT IN ('disclosed', 'closed', 'withdrawn') FROM cases s
        WHERE s.organisation_id = c.organisation_id AND s.id = surviving_case(c.id)) AS told,
       c.reference, o.name AS organisation, o.phone, o.discreet
     FROM messages m JOIN cases c ON c.organisation_id = m.organisation_id AND c.id = m.case_id
       JOIN organisations o ON o.id = m.organisation_id
     WHERE m.organisation_id = $1 AND m.id = $2 AND m.state = 'pending' AND m.channel = 'email'
     FOR UPDATE OF m SKIP LOCKED`,
    [organisationId, messageId],
  );
  return row;
}

export function toView(row: MessageRow): MessageView {
  return {
    id: row.id,
    caseId: row.case_id,
    contactId: row.contact_id,
    template: row.template,
    channel: row.channel,
    language: row.language,
    state: row.state,
    reason: row.failure_code,
    attempts: row.attempts,
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
  };
}
