import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@athar/config';
import { createTransport } from 'nodemailer';
import { MailNotConfigured, MailRefused } from './errors.js';
import { mailFailure } from './mail-failure.js';

/** One letter in plain text, as it is handed over. */
export interface OutgoingMail {
  /** One address and nothing else: no name beside it, no list. */
  to: string;
  subject: string;
  text: string;
  /** RFC 5322 Message-ID in angle brackets: the same on every attempt. */
  messageId: string;
  language: 'ar' | 'en';
}

type Transport = ReturnType<typeof openTransport>;

/** Hands letters to the SMTP server of the settings. Knows no case and writes no address anywhere. */
@Injectable()
export class MailDelivery implements OnApplicationShutdown {
  private readonly transport: Transport | undefined;
  private readonly from: string;

  constructor(@Inject(CONFIG) config: Pick<Config, 'mail'>) {
    this.from = config.mail.from;
    this.transport =
      config.mail.smtpUrl === undefined ? undefined : openTransport(config.mail.smtpUrl);
  }

  /** False where no mail server was named: letters then wait. */
  get configured(): boolean {
    return this.transport !== undefined;
  }

  /** The part of the sender's address behind the @, which Message-IDs end in. */
  get host(): string {
    return this.from.slice(this.from.lastIndexOf('@') + 1);
  }

  /**
   * Sends one letter and waits until the server has taken it, at most about a minute.
   *
   * @throws MailRefused (never again), MailDelayed (try again), MailNotConfigured
   */
  async send(mail: OutgoingMail): Promise<void> {
    if (!this.transport) throw new MailNotConfigured();
    if (!isOneAddress(mail.to)) throw new MailRefused();
    try {
      await this.transport.sendMail({
        from: this.from,
        to: { name: '', address: mail.to },
        subject: oneLine(mail.subject),
        text: mail.text,
        messageId: mail.messageId,
        xMailer: false,
        headers: {
          // RFC 3834: keeps vacation notices from answering.
          'Auto-Submitted': 'auto-generated',
          'Content-Language': mail.language,
        },
      });
    } catch (error) {
      throw mailFailure(error);
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

function openTransport(url: string) {
  return createTransport({
    url,
    pool: true,
    maxConnections: 2,
    // A letter whose connection broke may have been taken: only our own rows decide on another try.
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** One mailbox without comments, lists, routes or control characters. */
function isOneAddress(text: string): boolean {
  return (
    text.length <= 254 && /^[^\s\p{Cc}<>()[\],;:"\\@]+@[^\s\p{Cc}<>()[\],;:"\\@]+$/u.test(text)
  );
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
