import { CodedError } from '@athar/diagnostics';

/** The two cases cannot become one: they are one, or one of them was merged away already. */
export class CasesNotMergeable extends CodedError {
  readonly code = 'cases-not-mergeable';
  readonly kind = 'conflict';

  constructor() {
    super('These cases cannot be made one: they are the same, or one was merged already.');
  }
}

/** A link says that the two cases are of two persons of one family. */
export class CasesLinkedAsKin extends CodedError {
  readonly code = 'cases-linked-as-kin';
  readonly kind = 'conflict';

  constructor() {
    super('A link says that the two persons are related. Remove that link first if they are one.');
  }
}

/** The case that took the other in was itself merged since. */
export class MergedFurther extends CodedError {
  readonly code = 'merged-further';
  readonly kind = 'conflict';

  constructor() {
    super('The case that took the other in was merged since. Undo that merge first.');
  }
}

/** There is no such merge in force. */
export class MergeNotFound extends CodedError {
  readonly code = 'merge-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no such merge, or it was undone.');
  }
}
