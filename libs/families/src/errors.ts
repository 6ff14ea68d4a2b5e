import { CodedError, type Problem } from '@athar/diagnostics';

/** There is no such relative in this organisation. */
export class ContactNotFound extends CodedError {
  readonly code = 'contact-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no such contact.');
  }
}

/** The relative cannot be kept as she was entered; `problems` names every field. */
export class InvalidContact extends CodedError {
  readonly code = 'invalid-contact';
  readonly kind = 'invalid';

  constructor(problems: readonly Problem[]) {
    super('The contact cannot be saved as it is.', { problems });
  }
}

/** Someone else edited the relative since she was read. */
export class ContactChanged extends CodedError {
  readonly code = 'version-mismatch';
  readonly kind = 'precondition';

  constructor() {
    super('The contact was edited since you read it. Read it again and repeat your change.');
  }
}

/** The relative does not agree any more to being kept, so nothing is added about her. */
export class ContactWithdrawn extends CodedError {
  readonly code = 'contact-withdrawn';
  readonly kind = 'conflict';

  constructor() {
    super('The relative withdrew the consent to being kept; record a new consent first.');
  }
}
