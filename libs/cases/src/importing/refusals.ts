import type { Problem } from '@athar/diagnostics';
import type { Renewal } from './standing-report.js';

/** Why a row does not change the report that it is about. */
export type Refusal = Exclude<Renewal, 'changed' | 'unchanged'>;

const told: Readonly<Record<Refusal, Omit<Problem, 'code'>>> = {
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
};

/** What a row is told that does not change its report. */
export function refusalOf(code: Refusal): Problem {
  return { code, ...told[code] };
}
