import { CodedError, type Problem } from '@athar/diagnostics';

/** The request does not have the form that the API page describes. */
export class InvalidRequest extends CodedError {
  readonly code = 'invalid-request';
  readonly kind = 'invalid';

  constructor(problems: readonly Problem[]) {
    super(`The request has ${problems.length} problem${problems.length === 1 ? '' : 's'}.`, {
      problems,
    });
  }
}

/** An edit came without saying which version it was made from. */
export class IfMatchMissing extends CodedError {
  readonly code = 'if-match-missing';
  readonly kind = 'precondition';

  constructor() {
    super('Send If-Match with the ETag of the version that you edited, as "3".');
  }
}
