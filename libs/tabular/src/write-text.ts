import { textOfCell, type OutputColumn, type OutputRow } from './column.js';
import { guarded } from './text-cell.js';

/** Turns rows into the lines of a text format, each with its line end. */
export interface LineWriter {
  /** The header line; empty text where the format has none. */
  header: string;
  line(row: OutputRow): string;
}

/**
 * RFC 4180 with `\n`: a cell is quoted only where it holds the separator, a quote or a line end.
 * @param forSpreadsheet true puts a byte order mark first, without which spreadsheets take the text
 * for another encoding, and an apostrophe before what they would take for a formula
 */
export function delimitedLines(
  columns: readonly OutputColumn[],
  delimiter: string,
  forSpreadsheet: boolean,
): LineWriter {
  const safe = (cell: string): string => (forSpreadsheet ? guarded(cell) : cell);
  const toLine = (cells: readonly string[]): string =>
    `${cells.map((cell) => quoted(safe(cell), delimiter)).join(delimiter)}\n`;
  const mark = forSpreadsheet ? '\uFEFF' : '';
  return {
    header: mark + toLine(columns.map(({ name, header }) => header ?? name)),
    line: (row) => {
      const cells = columns.map((column) => textOfCell(row[column.name], column));
      // A row of one empty cell would read as no row at all.
      return cells.length === 1 && cells[0] === '' ? '""\n' : toLine(cells);
    },
  };
}

/** One JSON object a line, keys in the order of the columns; numbers stay numbers. */
export function jsonLines(columns: readonly OutputColumn[]): LineWriter {
  const cell = (row: OutputRow, column: OutputColumn): unknown => {
    const value = row[column.name] ?? null;
    return typeof value === 'number' ? Number(textOfCell(value, column)) : value;
  };
  return {
    header: '',
    line: (row) => {
      const entries = columns.map((column) => [column.name, cell(row, column)]);
      return `${JSON.stringify(Object.fromEntries(entries))}\n`;
    },
  };
}

function quoted(cell: string, delimiter: string): string {
  if (!cell.includes(delimiter) && !/["\r\n]/.test(cell)) return cell;
  return `"${cell.replaceAll('"', '""')}"`;
}
