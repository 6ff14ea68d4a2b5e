import { MailDelayed, MailRefused } from './errors.js';

interface TransportFailure {
  code?: unknown;
  responseCode?: unknown;
  command?: unknown;
}

const harmless = /^[A-Z]{1,20}$/;

/**
 * Sorts what the transport threw. Its own messages quote addresses, so nothing of it is kept but the
 * code. A 5xx answer (RFC 5321, 4.2.1) to recipient or text is for good, and so is an address that the
 * transport itself refused. A refused login or sender is our own setting, which somebody will mend.
 */
export function mailFailure(error: unknown): MailRefused | MailDelayed {
  const { code, responseCode, command } = (error ?? {}) as TransportFailure;
  const aboutTheLetter = code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM');
  const answer = typeof responseCode === 'number' ? responseCode : 500;
  if (aboutTheLetter && answer >= 500) return new MailRefused();
  return new MailDelayed(typeof code === 'string' && harmless.test(code) ? code : 'unknown');
}
