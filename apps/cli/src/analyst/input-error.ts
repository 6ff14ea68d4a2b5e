import { CodedError, type ErrorKind, type Problem } from '@athar/diagnostics';
import { nearest } from '@athar/tabular';

/** A list has columns we do not know, or lacks one it must have. */
export class BadColumns extends CodedError {
  readonly code = 'bad-columns';
  readonly kind = 'invalid';

  constructor(file: string, problems: readonly Problem[]) {
    super(`The columns of ${file} cannot be used.`, { problems });
  }
}

/** A list cannot be read; what is wrong with it is told, and with which list. */
export class UnreadableList extends CodedError {
  readonly code: string;
  readonly kind: ErrorKind;

  constructor(label: string, cause: CodedError) {
    super(`${label}: ${cause.message}`, { problems: cause.problems, cause });
    this.code = cause.code;
    this.kind = cause.kind;
  }
}

/** What should be JSON Lines is something else. */
export class NoJsonLines extends CodedError {
  readonly code = 'no-json-lines';
  readonly kind = 'invalid';

  constructor() {
    super(
      'No line holds a JSON object with keys. JSON Lines are read here, one object a line, as {"id":"1","name":"..."}. ' +
        'Give CSV, TSV and workbooks as files, by their ending.',
    );
  }
}

/** A file has an ending that we cannot read or write. */
export class BadEnding extends CodedError {
  readonly code = 'bad-ending';
  readonly kind = 'invalid';

  constructor(file: string, cause: CodedError) {
    super(`${file}: ${cause.message}`, { cause });
  }
}

/** The arguments contradict each other. */
export class BadArguments extends CodedError {
  readonly code = 'bad-arguments';
  readonly kind = 'invalid';
}

/** What is wrong with the names of a list's columns: unknown ones, required ones that are missing. */
export function columnProblems(
  columns: readonly string[],
  known: readonly string[],
  required: readonly string[],
): Problem[] {
  const unknown = columns.filter((column) => !known.includes(column));
  const missing = required.filter((column) => !columns.includes(column));
  return [
    ...unknown.map((column) => unknownColumn(column, known)),
    ...missing.map((column) => missingColumn(column)),
  ];
}

function unknownColumn(column: string, known: readonly string[]): Problem {
  const near = nearest(column, known);
  const hint = near === undefined ? '' : `Did you mean "${near}"? `;
  return {
    field: `unknown column "${column}"`,
    code: 'unknown-column',
    expected: `one of ${known.join(', ')}`,
    fix: `${hint}Rename it, remove it, or add --ignore-unknown to go on without it.`,
  };
}

function missingColumn(column: string): Problem {
  return {
    field: `missing column "${column}"`,
    code: 'missing-column',
    expected: 'a column of this name',
    fix: 'Add it to the first row.',
  };
}
