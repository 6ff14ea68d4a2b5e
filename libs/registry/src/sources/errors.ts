import { CodedError } from '@athar/diagnostics';

/** No source has this id. */
export class SourceNotFound extends CodedError {
  readonly code = 'source-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no source with this id.');
  }
}

/** Someone else changed the entry since it was read. */
export class EntryChanged extends CodedError {
  readonly code = 'version-mismatch';
  readonly kind = 'precondition';

  constructor() {
    super('The entry was changed since you read it. Read it again and repeat your change.');
  }
}

/** Pairs with entries of the import were judged already, by whomever. */
export class ImportJudged extends CodedError {
  readonly code = 'import-judged';
  readonly kind = 'conflict';

  constructor() {
    super(
      'A pair with an entry of this import was judged already, so it cannot be undone as a whole. ' +
        'Bring in a corrected file, or correct its entries by hand.',
    );
  }
}

/** People built on what the import brought in; for later imports see LaterImportsFirst. */
export class ImportChangedSince extends CodedError {
  readonly code = 'import-changed-since';
  readonly kind = 'conflict';

  /** @param count entries that were changed. */
  constructor(count: number) {
    super(
      `Entries of this import were read or changed by hand since: ${count}. What was done by hand stands, so the ` +
        'import cannot be undone as a whole: bring in a corrected file, or correct its entries by hand.',
    );
  }
}
