import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@athar/access';
import { MailDelayed, MailDelivery, MailRefused } from '@athar/delivery';
import { Recipients, nextSafeMoment, type Recipient } from '@athar/families';
import { Database } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import type { SendOutcome } from './message.js';
import {
  noteCancelled,
  noteDelay,
  noteFailure,
  noteReason,
  noteSent,
  putOff,
} from './message-notes.js';
import { takeInHand, type DueMessage } from './message-rows.js';
import { Outbox } from './outbox.js';
import { MOST_ATTEMPTS, pauseAfter } from './patience.js';
import { renderMessage } from './render.js';

interface UnsentRow {
  organisation_id: string;
  id: string;
  generation: number;
}

interface Attempt {
  outcome: SendOutcome;
  /** Thrown once the attempt is noted, so that the queue tries again. */
  delayed?: MailDelayed;
}

/** Sends what the {@link Outbox} wrote. */
@Injectable()
export class OutgoingMessages {
  constructor(
    private readonly database: Database,
    private readonly recipients: Recipients,
    private readonly outbox: Outbox,
    private readonly mail: MailDelivery,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Sends one message if it still waits, is due, and the relative still agrees. Its row is held
   * meanwhile, so two workers never send it both. A machine that dies after the mail server took the
   * message and before that was noted sends it again, with the same Message-ID.
   *
   * @throws MailDelayed, to be tried again; the attempt is counted.
   */
  async send(organisationId: string, messageId: string): Promise<SendOutcome> {
    const { outcome, delayed } = await this.database.inOrganisation(organisationId, (manager) =>
      this.attempt(manager, organisationId, messageId),
    );
    if (delayed) throw delayed;
    return outcome;
  }

  /**
   * Hands waiting messages to the queue again, of all organisations: what died between commit and
   * queue, what was put off, what waited for a mail server. Without one it does nothing, and they wait
   * on, with that reason.
   *
   * @param silentSeconds leaves alone what was touched since.
   * @returns how many there were.
   */
  async sweep(silentSeconds = 30): Promise<number> {
    if (!this.mail.configured) return 0;
    const rows = await this.database.beforeOrganisation<UnsentRow>(
      'SELECT * FROM unsent_messages(make_interval(secs => $1))',
      [silentSeconds],
    );
    await this.outbox.dispatch(
      rows.map(({ organisation_id, id, generation }) => ({
        organisationId: organisation_id,
        messageId: id,
        generation,
      })),
    );
    return rows.length;
  }

  private async attempt(
    manager: EntityManager,
    organisationId: string,
    messageId: string,
  ): Promise<Attempt> {
    const message = await takeInHand(manager, organisationId, messageId);
    if (!message) return { outcome: 'nothing' };
    if (!message.due) return { outcome: 'waiting' };
    const to = await this.recipients.find(
      manager,
      organisationId,
      message.contact_id,
      'message_email',
    );
    if (!to?.agrees || !message.told) return this.cancel(manager, organisationId, message);
    if (!this.mail.configured) {
      await noteReason(manager, messageId, 'mail-not-configured');
      return { outcome: 'waiting' };
    }
    const now = new Date();
    const safe = nextSafeMoment(now, to.safeHours);
    if (safe > now) {
      await putOff(manager, messageId, safe);
      return { outcome: 'waiting' };
    }
    return this.handOver(manager, organisationId, message, to);
  }

  private async handOver(
    manager: EntityManager,
    organisationId: string,
    message: DueMessage,
    to: Recipient,
  ): Promise<Attempt> {
    const discreet = message.discreet || to.discreet;
    try {
      await this.mail.send({
        to: to.email ?? '',
        ...renderMessage(message.template, message.language, message, discreet),
        messageId: message.message_id,
        language: message.language,
      });
    } catch (error) {
      if (error instanceof MailRefused)
        return this.fail(manager, organisationId, message, error.code);
      if (error instanceof MailDelayed) return this.delay(manager, organisationId, message, error);
      throw error;
    }
    await noteSent(manager, message.id);
    await this.record(manager, organisationId, message, 'message.sent');
    return { outcome: 'sent' };
  }

  private async delay(
    manager: EntityManager,
    organisationId: string,
    message: DueMessage,
    delayed: MailDelayed,
  ): Promise<Attempt> {
    const attempts = message.attempts + 1;
    if (attempts >= MOST_ATTEMPTS) {
      return this.fail(manager, organisationId, message, 'mail-undeliverable');
    }
    await noteDelay(manager, message.id, delayed.code, pauseAfter(attempts));
    return { outcome: 'waiting', delayed };
  }

  private async fail(
    manager: EntityManager,
    organisationId: string,
    message: DueMessage,
    reason: string,
  ): Promise<Attempt> {
    await noteFailure(manager, message.id, reason);
    await this.record(manager, organisationId, message, 'message.failed', reason);
    return { outcome: 'failed' };
  }

  private async cancel(
    manager: EntityManager,
    organisationId: string,
    message: DueMessage,
  ): Promise<Attempt> {
    await noteCancelled(manager, message.id);
    await this.record(manager, organisationId, message, 'message.cancelled');
    return { outcome: 'cancelled' };
  }

  private record(
    manager: EntityManager,
    organisationId: string,
    { id, template, channel }: DueMessage,
    action: string,
    reason?: string,
  ): Promise<void> {
    return this.audit.record(manager, {
      organisationId,
      action,
      subjectType: 'message',
      subjectId: id,
      detail: { template, channel, ...(reason === undefined ? {} : { reason }) },
    });
  }
}
