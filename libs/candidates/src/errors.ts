import { CodedError, type Problem } from '@athar/diagnostics';

/** There is no such candidate for this member: unknown, of another organisation, or not to be seen. */
export class CandidateNotFound extends CodedError {
  readonly code = 'candidate-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no such candidate.');
  }
}

/** Without a name nothing can be found, which must not look like nobody having reported. */
export class NobodyToCheck extends CodedError {
  readonly code = 'nobody-to-check';
  readonly kind = 'invalid';

  constructor(problems: readonly Problem[]) {
    super('Whether somebody was reported can be told by a name only.', { problems });
  }
}

/** There is no such pair for this member: unknown, of another organisation, or not to be seen. */
export class PairNotFound extends CodedError {
  readonly code = 'pair-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no such pair.');
  }
}

/** One of the two records of a pair cannot be deciphered with the keys at hand. */
export class RecordUnreadable extends CodedError {
  readonly code = 'record-unreadable';
  readonly kind = 'conflict';

  constructor(cause?: unknown) {
    super(
      'One of the two records cannot be opened, so that the pair cannot be judged. Tell the operator; ' +
        'the other pairs are not affected.',
      { cause },
    );
  }
}

/** The custodian's terms let nobody open the entry of this pair now. */
export class EntryHeld extends CodedError {
  readonly code = 'entry-held';
  readonly kind = 'conflict';

  constructor() {
    super(
      'The custodian of the collection does not allow its entries to be used now. The pair can be ' +
        'opened again when the terms allow it.',
    );
  }
}

/** Taking this decision back makes one case two again, which a coordinator answers for. */
export class CoordinatorNeeded extends CodedError {
  readonly code = 'coordinator-needed';
  readonly kind = 'forbidden';

  constructor() {
    super('Two cases became one by this decision: a coordinator takes it back.');
  }
}

/**
 * The pair changed since it was read: other evidence, another round, a decision; or one of its records
 * did, and the pair was not weighed anew yet.
 */
export class CandidateChanged extends CodedError {
  readonly code = 'version-mismatch';
  readonly kind = 'precondition';

  constructor() {
    super(
      'The pair or one of its records changed and may still be compared anew. ' +
        'Read the pair again and judge what is there then.',
    );
  }
}

/** Nobody judges a report that they entered. */
export class OwnReport extends CodedError {
  readonly code = 'own-report';
  readonly kind = 'forbidden';

  constructor() {
    super('You entered this report, so that two others have to judge its pairs.');
  }
}

/** A member judges a pair once a round. */
export class AlreadyJudged extends CodedError {
  readonly code = 'already-judged';
  readonly kind = 'conflict';

  constructor() {
    super('You have judged this pair in this round. A second reviewer has to judge it now.');
  }
}

/** The pair cannot be judged: decided, below the floor, or its report was withdrawn. */
export class NotOpenForJudging extends CodedError {
  readonly code = 'not-open-for-judging';
  readonly kind = 'conflict';

  constructor() {
    super('This pair is not open for judging: it was decided or is not proposed any more.');
  }
}

/** Only what was decided can be revoked. */
export class NotDecided extends CodedError {
  readonly code = 'not-decided';
  readonly kind = 'conflict';

  constructor() {
    super('This pair is not decided, so there is nothing to revoke.');
  }
}

/** A thread that matched a chunk failed or ended. What failed was written to the log there. */
export class ChunkThreadFailed extends CodedError {
  readonly kind = 'internal';

  constructor(
    readonly code: string,
    override readonly permanent: boolean,
  ) {
    super('A thread that matched a chunk of reports failed.');
  }
}
