import { CodedError, type Problem } from '@athar/diagnostics';

/** No collection has this id. */
export class CollectionNotFound extends CodedError {
  readonly code = 'collection-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no collection with this id.');
  }
}

/** No import of the acting organisation has this id. */
export class ImportNotFound extends CodedError {
  readonly code = 'import-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no import with this id.');
  }
}

/** No entry has this id. */
export class EntryNotFound extends CodedError {
  readonly code = 'entry-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no entry with this id.');
  }
}

/** Someone else changed the collection since it was read. */
export class CollectionChanged extends CodedError {
  readonly code = 'version-mismatch';
  readonly kind = 'precondition';

  constructor() {
    super('The collection was changed since you read it. Read it again and repeat your change.');
  }
}

/** A field of a collection is not what it should be. */
export class InvalidCollection extends CodedError {
  readonly code = 'invalid-collection';
  readonly kind = 'invalid';

  constructor(problems: readonly Problem[]) {
    super('The collection cannot be saved as it is.', { problems });
  }
}

/** Columns of the file are not known, doubled or mapped to nothing; `problems` name them. */
export class ColumnsRefused extends CodedError {
  readonly code = 'columns-refused';
  readonly kind = 'invalid';

  constructor(problems: readonly Problem[]) {
    super('The file was refused: its columns do not fit. Nothing was brought in.', { problems });
  }
}

/** No column tells one row from another, so that the same file twice would double its entries. */
export class IdentityColumnMissing extends CodedError {
  readonly code = 'identity-column-missing';
  readonly kind = 'invalid';

  constructor() {
    const expected = 'a column "id" or a column "detainee_number"';
    const fix = 'Add one of the two, or map a column of the file to one of them.';
    super(`The file was refused: it needs ${expected}. ${fix}`, {
      problems: [{ field: 'id', code: 'identity-column-missing', expected, fix }],
    });
  }
}

/** The file is larger than this installation takes. */
export class UploadTooLarge extends CodedError {
  readonly code = 'upload-too-large';
  readonly kind = 'too-large';

  constructor(limitBytes: number) {
    const limit = Math.floor(limitBytes / 1024 / 1024);
    super(`The file is larger than ${limit} MB. Split it, or raise ATHAR_UPLOAD_LIMIT_MB.`);
  }
}

/** The bytes stopped coming before the file's end. */
export class UploadInterrupted extends CodedError {
  readonly code = 'upload-interrupted';
  readonly kind = 'conflict';

  constructor(cause?: unknown) {
    super(
      'The upload broke off before the end of the file. Nothing was brought in; send it again.',
      {
        cause,
      },
    );
  }
}
