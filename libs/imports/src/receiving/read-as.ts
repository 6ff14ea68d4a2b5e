import type { DateOrder } from '@athar/dates';
import type { Table, TableFormat } from '@athar/tabular';
import type { DateRead } from '../columns/vocabulary.js';
import type { ReadAs } from '../import-view.js';

interface Found {
  dateOrder: DateOrder | null;
  badRowsAs?: TableFormat | undefined;
  /** Columns that only later rows have brought (JSON Lines). */
  more?: readonly string[];
  datesRead?: readonly DateRead[];
}

/** How a table is read. */
export function readAsOf(
  table: Table,
  { dateOrder, badRowsAs, more = [], datesRead = [] }: Found,
): ReadAs {
  return {
    columns: [...table.columns, ...more],
    headers: [...table.headers, ...more],
    sheet: table.sheet ?? null,
    headerRow: table.headerRow ?? null,
    encoding: table.encoding ?? null,
    badRowsAs: badRowsAs ?? null,
    dateOrder,
    datesRead: [...datesRead],
  };
}
