import { CodedError } from '@athar/diagnostics';

/** The server refused this letter for good: the address is bad, or it will not take the text. */
export class MailRefused extends CodedError {
  readonly code = 'mail-refused';
  readonly kind = 'conflict';

  constructor() {
    super('The mail server refused the message for good.');
  }
}

/** The letter did not get through this time: the server is away, busy, or does not let us in. */
export class MailDelayed extends CodedError {
  readonly code = 'mail-delayed';
  readonly kind = 'unavailable';
  override readonly permanent = false;

  /** @param reason the mail library's code, as ETIMEDOUT; it holds no address. */
  constructor(readonly reason: string) {
    super(`The mail server could not be used (${reason}).`);
  }
}

/** No mail server was named at start. */
export class MailNotConfigured extends CodedError {
  readonly code = 'mail-not-configured';
  readonly kind = 'unavailable';

  constructor() {
    super('No mail server is set; set SMTP_URL and start again.');
  }
}
