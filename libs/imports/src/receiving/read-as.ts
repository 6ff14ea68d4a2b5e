import type { DateOrder } from '@athar/dates';
import type { Table, TableFormat } from '@athar/tabular';
import type { ReadAs } from '../import-view.js';

interface Found {
  dateOrder: DateOrder | null;
  badRowsAs?: TableFormat | undefined;
  /** Columns that only later rows have brought (JSON Lines). */
  more?: readonly string[];
  foreseen?: ReadAs['foreseen'];
}

/** How a table is read. */
export function readAsOf(
  table: Table,
  { dateOrder, badRowsAs, more = [], foreseen = {} }: Found,
): ReadAs {
  return {
    columns: [...table.columns, ...more],
    headers: [...table.headers, ...more],
    sheet: table.sheet ?? null,
    headerRow: table.headerRow ?? null,
    encoding: table.encoding ?? null,
    badRowsAs: badRowsAs ?? null,
    dateOrder,
    foreseen,
  };
}
