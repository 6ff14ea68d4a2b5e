import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MailDelivery } from '@athar/delivery';
import { Recipients, type Purpose } from '@athar/families';
import { JobProducer } from '@athar/queue';
import type { EntityManager } from 'typeorm';
import type { Channel, MessageTicket } from './message.js';

/** The consent without which a channel may not be used. */
const channelOf: Partial<Record<Purpose, Channel>> = {
  message_email: 'email',
  message_sms: 'sms',
  message_call: 'call',
};

/** A report whose relative is to hear that it was registered. */
export interface Registration {
  organisationId: string;
  caseId: string;
  reportId: string;
  contactId: string;
}

/**
 * Writes messages in the transaction of what they tell, and hands them to the queue after it. What
 * may be said depends on the registration alone: nothing here can know of a candidate.
 */
@Injectable()
export class Outbox {
  constructor(
    private readonly recipients: Recipients,
    private readonly mail: MailDelivery,
    private readonly jobs: JobProducer,
  ) {}

  /**
   * Writes «registered» for one relative, once for each report.
   *
   * @returns undefined where she did not agree to e-mail or gave no address.
   */
  async registered(
    manager: EntityManager,
    { organisationId, caseId, reportId, contactId }: Registration,
  ): Promise<MessageTicket | undefined> {
    const to = await this.recipients.find(manager, organisationId, contactId, 'message_email');
    if (!to?.agrees || to.email === undefined) return undefined;
    const id = randomUUID();
    const written = await manager.query<unknown[]>(
      `INSERT INTO messages (id, organisation_id, case_id, contact_id, template, occasion, channel, language, message_id)
       VALUES ($1, $2, $3, $4, 'registered', $5, 'email', $6, $7)
       ON CONFLICT (contact_id, template, occasion, channel) DO NOTHING RETURNING 1`,
      [id, organisationId, caseId, contactId, reportId, to.language, `<${id}@${this.mail.host}>`],
    );
    return written.length > 0 ? { organisationId, messageId: id, generation: 0 } : undefined;
  }

  /**
   * Cancels what still waits for a relative over the channels whose consent ended. A message that is
   * being handed over at this moment is waited for.
   *
   * @returns how many were cancelled.
   */
  async cancel(
    manager: EntityManager,
    organisationId: string,
    contactId: string,
    ended: readonly Purpose[],
  ): Promise<number> {
    const channels = ended.map((purpose) => channelOf[purpose]).filter((one) => one !== undefined);
    const [, count] = await manager.query<[unknown[], number]>(
      `UPDATE messages SET state = 'cancelled', updated_at = now()
       WHERE organisation_id = $1 AND contact_id = $2 AND channel = ANY($3) AND state = 'pending'`,
      [organisationId, contactId, channels],
    );
    return count;
  }

  /** Hands messages to the queue, after the commit that wrote them; else the sweep will. */
  async dispatch(tickets: readonly MessageTicket[]): Promise<void> {
    for (const { organisationId, messageId, generation } of tickets) {
      await this.jobs.addOrLeaveToSweep(
        'send-message',
        { organisationId, messageId },
        { id: `message-${messageId}-g${generation}` },
      );
    }
  }
}
