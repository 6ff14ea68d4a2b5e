import type { Problem } from '@athar/diagnostics';
import type { ReportColumn } from './report-columns.js';

const told = {
  'edited-since': {
    field: 'id',
    expected: 'a report that nobody edited by hand since it was imported last',
    fix: 'Edit the report itself: nothing was written over it.',
  },
  'report-withdrawn': {
    field: 'id',
    expected: 'a report that its relatives have not withdrawn',
    fix: 'Record a new consent in the report itself: no import revives it.',
  },
  'relative-left-out': {
    field: 'contact_2_name',
    expected: 'every relative whom the report has',
    fix: 'Add the relative to the row, or edit the report itself: no import removes anybody.',
  },
  'consent-date-kept': {
    field: 'consent_date',
    expected: 'a day after the last answer of the relative, where she agrees to more than before',
    fix: 'Write the day on which the relative agreed to it.',
  },
} as const satisfies Readonly<
  Record<string, Omit<Problem, 'code' | 'field'> & { field: ReportColumn }>
>;

/** What a row is told that does not change its report; `field` where it is not the usual column. */
export function refusalOf(
  code: keyof typeof told,
  field: ReportColumn = told[code].field,
): Problem {
  return { ...told[code], code, field };
}
