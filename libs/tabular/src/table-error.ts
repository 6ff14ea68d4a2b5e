import { CodedError, type Problem } from '@athar/diagnostics';

/** The ending of a file name says nothing we can read or write. */
export class UnknownTableFormat extends CodedError {
  readonly code = 'unknown-table-format';
  readonly kind = 'invalid';

  constructor(endings: readonly string[]) {
    super(
      `The file's ending is not known. Known endings: ${endings.map((e) => `.${e}`).join(', ')}.`,
    );
  }
}

/** The bytes of a text file are not UTF-8, from the line in `problems[0].row` on. */
export class NotUtf8 extends CodedError {
  readonly code = 'not-utf-8';
  readonly kind = 'invalid';

  constructor(line: number) {
    const fix = 'Save the file again as UTF-8 (in Excel: "CSV UTF-8") and try once more.';
    super(`Line ${line} is not UTF-8 text. ${fix}`, {
      problems: [{ field: 'line', row: line, code: 'not-utf-8', expected: 'UTF-8 text', fix }],
    });
  }
}

/** There is no header row: the file has no row at all. */
export class EmptyTable extends CodedError {
  readonly code = 'empty-table';
  readonly kind = 'invalid';

  constructor() {
    super('The file is empty: its first row must name the columns.');
  }
}

/** The header row cannot be used; `problems` say which columns and why. */
export class BadHeader extends CodedError {
  readonly code = 'bad-header';
  readonly kind = 'invalid';

  constructor(problems: readonly Problem[]) {
    const first = problems[0];
    const why = first ? `${first.field}: expected ${first.expected}. ${first.fix}` : '';
    super(`The header row cannot be used. ${why}`.trim(), { problems });
  }
}

/** A workbook that would take too much memory once unpacked. */
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
