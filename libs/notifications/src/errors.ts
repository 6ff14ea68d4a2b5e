import { CodedError } from '@athar/diagnostics';

/** There is no such message in this organisation. */
export class MessageNotFound extends CodedError {
  readonly code = 'message-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no such message.');
  }
}

/** Only a failed message can be asked for again. */
export class MessageNotFailed extends CodedError {
  readonly code = 'message-not-failed';
  readonly kind = 'conflict';

  constructor() {
    super('The message has not failed, so there is nothing to try again.');
  }
}
