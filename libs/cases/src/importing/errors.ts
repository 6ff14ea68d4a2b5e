import { CodedError, type Problem } from '@athar/diagnostics';
import type { TouchedReport } from './untouched-reports.js';

/** The file lacks columns without which no row can become a report. */
export class ReportColumnsMissing extends CodedError {
  readonly code = 'report-columns-missing';
  readonly kind = 'invalid';

  constructor(missing: readonly (readonly string[])[]) {
    super('The file was refused: it lacks columns that every report needs.', {
      problems: missing.map((anyOf) => ({
        field: anyOf[0] ?? '',
        code: 'column-missing',
        expected: `a column ${anyOf.map((column) => `"${column}"`).join(' or ')}`,
        fix: 'Add the column, or map one of the file’s columns to it.',
      })),
    });
  }
}

/** Reports are the organisation's own; collections hold entries. */
export class ReportsInNoCollection extends CodedError {
  readonly code = 'reports-in-no-collection';
  readonly kind = 'invalid';

  constructor() {
    super('Reports go into no collection; leave it out.');
  }
}

/** Somebody has worked with what the import brought in, so that it cannot be taken back as a whole. */
export class ReportsWorkedWith extends CodedError {
  readonly code = 'reports-worked-with';
  readonly kind = 'conflict';

  /** @param named the first of them, as far as who asks may know of it. */
  constructor(reports: number, named: readonly TouchedReport[] = []) {
    super(
      `Reports of this import that were changed, edited, judged, followed up or told of since: ${reports}. ` +
        'Withdraw single reports instead.',
      { problems: named.map(workedWith) },
    );
  }
}

function workedWith({ id, reference }: TouchedReport): Problem {
  return {
    field: `reports/${id}`,
    code: 'worked-with',
    expected: `the report of case ${reference} as the import left it`,
    fix: 'Leave it, or withdraw it by itself.',
  };
}
