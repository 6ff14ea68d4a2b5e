import { CodedError, type Problem } from '@athar/diagnostics';

/** No import of the acting organisation has this id. */
export class ImportNotFound extends CodedError {
  readonly code = 'import-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no import with this id.');
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
      { cause },
    );
  }
}

/** Somebody cancelled the import while its file was still coming. */
export class ImportCancelled extends CodedError {
  readonly code = 'import-cancelled';
  readonly kind = 'conflict';

  constructor() {
    super('The import was cancelled while the file was being received. Nothing was brought in.');
  }
}

/** The import has come to an end that leaves nothing to cancel. */
export class NothingToCancel extends CodedError {
  readonly code = 'nothing-to-cancel';
  readonly kind = 'conflict';

  constructor() {
    super('The import has ended already. An import that was applied can be undone instead.');
  }
}

/** Only what was applied can be taken back, and only where its kind allows that. */
export class NothingToUndo extends CodedError {
  readonly code = 'nothing-to-undo';
  readonly kind = 'conflict';

  constructor() {
    super(
      'Only an import that was applied, or given up half-way, can be undone, and not every kind of ' +
        'file can.',
    );
  }
}

/** What the import brought in was taken back before. */
export class UndoneAlready extends CodedError {
  readonly code = 'undone-already';
  readonly kind = 'conflict';

  constructor() {
    super(
      'The import was undone already. What stayed of it is named with why in its "stayed"; undo the ' +
        'imports that hold it where it is to go as well.',
    );
  }
}

/** Files of this kind go to places that are there. */
export class NoNewPlace extends CodedError {
  readonly code = 'no-new-place';
  readonly kind = 'invalid';

  constructor() {
    super('No collection is made for a file of this kind: name one that is there.');
  }
}

/** An import that stands in the way of undoing an earlier one. */
export interface LaterImport {
  id: string;
  fileName: string | null;
  createdAt: string;
}

/**
 * Later imports changed what this one brought in, and go first. A target throws it with their ids; who
 * asked is told their files as well.
 */
export class LaterImportsFirst extends CodedError {
  readonly code = 'import-changed-since';
  readonly kind = 'conflict';

  /** @param told the imports, the newest first. */
  constructor(
    readonly importIds: readonly string[],
    told: readonly LaterImport[] = [],
  ) {
    super(
      'What this import brought in was changed by later imports since. Undo those first, the newest ' +
        'before the others.',
      { problems: told.map(undoFirst) },
    );
  }
}

function undoFirst({ id, fileName, createdAt }: LaterImport): Problem {
  const file = fileName === null ? '' : `"${fileName}", `;
  return {
    field: `imports/${id}`,
    code: 'undo-first',
    expected: `import ${id} (${file}brought in ${createdAt}) undone`,
    fix: `Undo it first: POST /api/imports/${id}/undo.`,
  };
}

/** No saved mapping of the acting organisation has this id. */
export class MappingNotFound extends CodedError {
  readonly code = 'mapping-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no saved mapping with this id.');
  }
}

/** Someone else changed the mapping since it was read. */
export class MappingChanged extends CodedError {
  readonly code = 'version-mismatch';
  readonly kind = 'precondition';

  constructor() {
    super('The mapping was changed since you read it. Read it again and repeat your change.');
  }
}

/** A saved mapping of this name is there already. */
export class MappingNameTaken extends CodedError {
  readonly code = 'mapping-name-taken';
  readonly kind = 'conflict';

  constructor() {
    super('There is a mapping of this name already. Change that one, or choose another name.');
  }
}

/** The mapping cannot be saved as it is. */
export class InvalidMapping extends CodedError {
  readonly code = 'invalid-mapping';
  readonly kind = 'invalid';

  constructor(problems: readonly Problem[]) {
    super('The mapping cannot be saved as it is.', { problems });
  }
}
