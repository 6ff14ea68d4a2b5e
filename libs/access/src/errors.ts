import { CodedError } from '@athar/diagnostics';

/** Nobody acts, or somebody who is not (or no longer) a member. Both look alike from outside. */
export class UnknownMember extends CodedError {
  readonly code = 'unknown-member';
  readonly kind = 'forbidden';

  constructor() {
    super('This needs a member of an organisation to act. Send the member’s id with the request.');
  }
}

/** The member's roles do not allow this. */
export class RoleMissing extends CodedError {
  readonly code = 'role-missing';
  readonly kind = 'forbidden';

  constructor(needed: readonly string[]) {
    super(`This needs one of the roles: ${needed.join(', ')}.`);
  }
}

/** The same Idempotency-Key came with another request. */
export class IdempotencyKeyReused extends CodedError {
  readonly code = 'idempotency-key-reused';
  readonly kind = 'conflict';

  constructor() {
    super(
      'This Idempotency-Key was used for another request. Use a new key for a new request, ' +
        'or send the same request again.',
    );
  }
}
