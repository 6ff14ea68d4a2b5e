import { CodedError, type Problem } from '@athar/diagnostics';

/** Two readings count as two only where two people made them. */
export class ReadBefore extends CodedError {
  readonly code = 'read-before';
  readonly kind = 'conflict';

  constructor() {
    super('You have read this entry before. Its other readings are made by other people.');
  }
}

/** Who judged or opened a pair with an entry may have been shown what was read of it. */
export class SeenInReview extends CodedError {
  readonly code = 'seen-in-review';
  readonly kind = 'conflict';

  constructor() {
    super(
      'You have opened or reviewed a pair with this entry and may have seen its first reading. Leave ' +
        'the second to somebody else.',
    );
  }
}

/** The entry waits for something else than what was sent. */
export class OtherReadingAwaited extends CodedError {
  readonly code = 'other-reading-awaited';
  readonly kind = 'conflict';

  constructor(awaits: 'first' | 'second' | 'settling' | 'none') {
    super(
      {
        first: 'Nobody has read this entry yet: there is nothing to settle.',
        second: 'The entry waits for a second reading: there is nothing to settle yet.',
        settling: 'Two people have read this entry differently: it waits for a third who settles.',
        none: 'The readings of this entry are settled.',
      }[awaits],
    );
  }
}

/** A field of a reading is not what it should be. */
export class InvalidReading extends CodedError {
  readonly code = 'invalid-reading';
  readonly kind = 'invalid';

  constructor(problems: readonly Problem[]) {
    super('The reading cannot be kept as it is.', { problems });
  }
}
