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

/** The file has no row at all, and so no header row. */
export class EmptyTable extends CodedError {
  readonly code = 'empty-table';
  readonly kind = 'invalid';

  /** @param expected what must stand in it */
  constructor(expected = 'its first row must name the columns') {
    super(`The file is empty: ${expected}.`);
  }
}

/** There is a header row and nothing below it. */
export class NoRows extends CodedError {
  readonly code = 'no-rows';
  readonly kind = 'invalid';

  constructor() {
    super(
      'The file has column names but no rows below them. Look whether the right file, or the right sheet, was sent.',
    );
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

/** The row that was named as the header's is not there, or holds nothing. */
export class NoSuchHeaderRow extends CodedError {
  readonly code = 'no-such-header-row';
  readonly kind = 'invalid';

  constructor(row: number) {
    super(`Row ${row} holds no column names. Name the row that does, from 1 on.`);
  }
}

/** Whoever was to take what is written has gone. */
export class OutputClosed extends CodedError {
  readonly code = 'output-closed';
  readonly kind = 'unavailable';

  constructor() {
    super('The output was closed before everything was written.');
  }
}
