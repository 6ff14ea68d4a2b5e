import type { DateOrder } from '@athar/dates';
import type { Table, TableFormat } from '@athar/tabular';
import type { NewImport, ReadAs } from '../import-view.js';
import type { ChosenMapping } from './mapping-choice.js';

interface Found {
  dateOrder: DateOrder | null;
  mappingName: string | null;
  badRowsAs?: TableFormat | undefined;
  /** Columns that only later rows have brought (JSON Lines). */
  more?: readonly string[];
  foreseen?: ReadAs['foreseen'];
}

/** How a table is read. */
export function readAsOf(
  table: Table,
  { dateOrder, mappingName, badRowsAs, more = [], foreseen = {} }: Found,
): ReadAs {
  return {
    columns: [...table.columns, ...more],
    headers: [...table.headers, ...more],
    sheet: table.sheet ?? null,
    sheetsLeft: sheetsLeft(table),
    headerRow: table.headerRow ?? null,
    encoding: table.encoding ?? null,
    badRowsAs: badRowsAs ?? null,
    dateOrder,
    mappingName,
    foreseen,
  };
}

/** The name of the saved mapping that was used, or under which what was used is saved. */
export function nameOf(
  { saveMappingAs }: NewImport,
  { mappingName }: ChosenMapping,
): string | null {
  return saveMappingAs?.trim() ?? mappingName;
}

const mostSheets = 50;

/** Sheets that may hold rows and were not read. */
function sheetsLeft({ sheet, sheets = [] }: Table): string[] {
  const others = sheets.filter(({ name, rows }) => name !== sheet && rows !== 0);
  return others.slice(0, mostSheets).map(({ name }) => name);
}
