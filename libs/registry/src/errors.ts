import { CodedError, type Problem } from '@athar/diagnostics';

/** No collection has this id. */
export class CollectionNotFound extends CodedError {
  readonly code = 'collection-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no collection with this id.');
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

/** The columns are those of a civil register, and nobody has told that its new collection is one. */
export class CollectionKindMissing extends CodedError {
  readonly code = 'collection-kind-missing';
  readonly kind = 'invalid';

  constructor() {
    const expected = 'what the source is, since the columns are those of a civil register';
    const fix = 'Say civil_records, or what else it is: only known kinds are compared.';
    super(`The file was refused: its new collection lacks a kind. ${fix}`, {
      problems: [{ field: 'query/collectionKind', code: 'missing', expected, fix }],
    });
  }
}

/** No column tells one row from another, so that the same file twice would double its entries. */
export class IdentityColumnMissing extends CodedError {
  readonly code = 'identity-column-missing';
  readonly kind = 'invalid';

  constructor() {
    const expected = 'a column "id", "detainee_number" or "register_number"';
    const fix = 'Add one of them, or map a column of the file to one of them.';
    super(`The file was refused: it needs ${expected}. ${fix}`, {
      problems: [{ field: 'id', code: 'identity-column-missing', expected, fix }],
    });
  }
}
