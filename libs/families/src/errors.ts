import { CodedError } from '@athar/diagnostics';

/** There is no such relative in this organisation. */
export class ContactNotFound extends CodedError {
  readonly code = 'contact-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no such contact.');
  }
}
