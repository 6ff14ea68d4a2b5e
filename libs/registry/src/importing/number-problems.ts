import type { Problem } from '@athar/diagnostics';
import type { NumberQuery, NumberedSource } from '../sources/source.js';

interface Holder {
  sources: readonly Pick<NumberedSource, 'dates' | 'branch'>[];
}

const mostTold = 5;

/** The number of a row was given to several people, and the row does not tell which of them it means. */
export function numberAmbiguous(row: NumberQuery, holders: readonly Holder[]): Problem {
  const windows = holders.slice(0, mostTold).map(windowOf).join('; ');
  const more = holders.length > mostTold ? '; and others' : '';
  const [field, what] = missing(row, holders);
  return {
    field,
    code: 'number-ambiguous',
    expected: `what tells ${holders.length} people with this number apart; photographed ${windows}${more}`,
    fix: `Add ${what}.`,
  };
}

/** Rows of one file have the same number and branch, and no days tell their people apart. */
export function numberTwice(otherRow: number): Problem {
  return {
    field: 'photo_date',
    code: 'number-ambiguous',
    expected: `what tells it from row ${otherRow}, which has the same number and branch`,
    fix: 'Add the photo date to both rows, or give each an id of its own.',
  };
}

function missing(row: NumberQuery, holders: readonly Holder[]): [string, string] {
  if (!row.dates?.length) return ['photo_date', 'the photo date, or an id'];
  const branches = new Set(holders.flatMap(({ sources }) => sources.map((one) => one.branch)));
  if (row.branch === undefined && branches.size > 1) return ['branch', 'the branch, or an id'];
  return ['id', 'an id, or a photo date that is nearer to one of them'];
}

/** Days of photographs are no names: they may be told. */
function windowOf({ sources }: Holder): string {
  const dates = [...new Set(sources.flatMap((source) => source.dates))].sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return 'on an unknown day';
  return first === last ? first : `${first} to ${last}`;
}
