import type { Language } from '@athar/families';
import type { TemplateName } from './templates.js';

export const messageStates = ['pending', 'sent', 'failed', 'cancelled'] as const;
export type MessageState = (typeof messageStates)[number];

export type Channel = 'email' | 'sms' | 'call';

/** What became of a message, as caseworkers see it. No address. */
export interface MessageView {
  id: string;
  caseId: string;
  contactId: string;
  template: TemplateName;
  channel: Channel;
  language: Language;
  state: MessageState;
  /** Why it is not sent: `mail-not-configured`, `mail-delayed`, `mail-refused`, `mail-undeliverable`. */
  reason: string | null;
  attempts: number;
  createdAt: string;
  sentAt: string | null;
}

/** What the queue needs to find a message again. */
export interface MessageTicket {
  organisationId: string;
  messageId: string;
  /** Counts how often somebody asked for it anew. */
  generation: number;
}

/** What became of an attempt to send. */
export type SendOutcome =
  /** The mail server took it. */
  | 'sent'
  /** It waits: it is not yet due, or no mail server is set. */
  | 'waiting'
  /** It was given up; a member may ask for it again. */
  | 'failed'
  /** The relative took the consent back. */
  | 'cancelled'
  /** Nothing was to be done: sent before, in another worker's hands, or unknown. */
  | 'nothing';
