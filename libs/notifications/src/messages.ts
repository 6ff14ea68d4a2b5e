import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Database, agePageOf, agePlaceOf, type Page, type PageRequest } from '@athar/persistence';
import { MessageNotFailed, MessageNotFound } from './errors.js';
import type { MessageState, MessageView } from './message.js';
import { toView, type MessageRow } from './message-rows.js';
import { Outbox } from './outbox.js';

export interface MessageFilter extends PageRequest {
  state?: MessageState | undefined;
  caseId?: string | undefined;
}

/** What became of the messages, and another try for those that failed. */
@Injectable()
export class Messages {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
  ) {}

  /** The organisation's messages, newest first. @throws RoleMissing, InvalidCursor */
  async list(actor: Actor, filter: MessageFilter): Promise<Page<MessageView>> {
    requireRole(actor, 'caseworker', 'coordinator', 'reviewer');
    const { after, limit } = agePlaceOf(filter);
    const rows = await this.database.inOrganisation(actor.organisationId, (manager) =>
      manager.query<(MessageRow & { at: string })[]>(
        `SELECT *, created_at::text AS at FROM messages WHERE organisation_id = $1
           AND ($2::text IS NULL OR state = $2) AND ($3::uuid IS NULL OR case_id = $3)
           AND ($4::timestamptz IS NULL OR (created_at, id) < ($4, $5::uuid))
         ORDER BY created_at DESC, id DESC LIMIT $6`,
        [
          actor.organisationId,
          filter.state ?? null,
          filter.caseId ?? null,
          after?.at ?? null,
          after?.id ?? null,
          limit + 1,
        ],
      ),
    );
    return agePageOf(rows, limit, (row) => row, toView);
  }

  /**
   * Lets a failed message be tried anew, from the first attempt.
   *
   * @throws RoleMissing, MessageNotFound, MessageNotFailed
   */
  async retry(actor: Actor, messageId: string): Promise<MessageView> {
    requireRole(actor, 'caseworker', 'coordinator');
    const { organisationId, memberId } = actor;
    const row = await this.database.inOrganisation(organisationId, async (manager) => {
      const place = [organisationId, messageId];
      const [current] = await manager.query<MessageRow[]>(
        'SELECT * FROM messages WHERE organisation_id = $1 AND id = $2 FOR UPDATE',
        place,
      );
      if (!current) throw new MessageNotFound();
      if (current.state !== 'failed') throw new MessageNotFailed();
      const [rows] = await manager.query<[(MessageRow & { generation: number })[], number]>(
        `UPDATE messages SET state = 'pending', attempts = 0, failure_code = NULL,
           generation = generation + 1, not_before = now(), updated_at = now()
         WHERE organisation_id = $1 AND id = $2 RETURNING *`,
        place,
      );
      await this.audit.record(manager, {
        organisationId,
        memberId,
        action: 'message.retried',
        subjectType: 'message',
        subjectId: messageId,
      });
      return rows[0];
    });
    if (!row) throw new MessageNotFound();
    await this.outbox.dispatch([{ organisationId, messageId, generation: row.generation }]);
    return toView(row);
  }
}
