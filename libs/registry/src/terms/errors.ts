import { CodedError, type Problem } from '@athar/diagnostics';

/** The collection was brought by another organisation, which answers to its custodian. */
export class CollectionOfAnother extends CodedError {
  readonly code = 'collection-of-another';
  readonly kind = 'forbidden';

  constructor() {
    super(
      'Another organisation keeps this collection. You may read it; its terms, files and entries ' +
        'are changed by that organisation only.',
    );
  }
}

/** The collection is under legal hold: nothing of it may be removed or opened further. */
export class UnderLegalHold extends CodedError {
  readonly code = 'under-legal-hold';
  readonly kind = 'conflict';

  constructor() {
    super(
      'The collection is under legal hold: nothing of it is removed or undone, and its terms are ' +
        'not relaxed. Lift the hold first, giving the reason.',
    );
  }
}

/** A legal hold is lifted for a reason only. */
export class HoldReasonMissing extends CodedError {
  readonly code = 'hold-reason-missing';
  readonly kind = 'invalid';

  constructor(problems: readonly Problem[]) {
    super('A legal hold is lifted for a reason, which is recorded.', { problems });
  }
}
