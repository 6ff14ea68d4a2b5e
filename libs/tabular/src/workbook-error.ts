import { CodedError } from '@athar/diagnostics';

/** A workbook that would take too much memory or time. */
export class WorkbookTooLarge extends CodedError {
  readonly code = 'workbook-too-large';
  readonly kind = 'too-large';

  constructor(what: string) {
    super(`The workbook is too large: ${what}. Use CSV UTF-8 instead.`);
  }
}

/** Not a workbook, or a damaged one. */
export class WorkbookNotReadable extends CodedError {
  readonly code = 'workbook-not-readable';
  readonly kind = 'invalid';

  constructor(cause?: unknown) {
    super('The file cannot be read as an .xlsx workbook. Save it again as .xlsx or as CSV UTF-8.', {
      cause,
    });
  }
}

/** A sound ZIP archive that holds no .xlsx workbook: a document, a folder, an .ods or an .xlsb. */
export class NotAWorkbook extends CodedError {
  readonly code = 'not-a-workbook';
  readonly kind = 'invalid';

  constructor() {
    super(
      'The file is an archive but not an .xlsx workbook. Send the table itself, saved as .xlsx or CSV UTF-8.',
    );
  }
}

/** A workbook of Excel 97-2003, whatever its ending. */
export class OldWorkbook extends CodedError {
  readonly code = 'old-workbook';
  readonly kind = 'invalid';

  constructor() {
    super('The file is an old .xls workbook. Open it and save it as .xlsx or as CSV UTF-8.');
  }
}

/** A workbook that opens with a password only. */
export class WorkbookEncrypted extends CodedError {
  readonly code = 'workbook-encrypted';
  readonly kind = 'invalid';

  constructor() {
    super('The workbook is protected by a password. Save it without one and try once more.');
  }
}

/** The workbook has no sheet of this name or at this place. */
export class NoSuchSheet extends CodedError {
  readonly code = 'no-such-sheet';
  readonly kind = 'invalid';

  constructor(count: number) {
    super(
      `The workbook has no such sheet: name one of its ${count} sheets as it is written there, or its place, from 1 on.`,
    );
  }
}
