import { unpack } from './workbook-archive.js';
import { WorkbookNotReadable, WorkbookTooLarge } from './table-error.js';
import type { TableLimits } from './table.js';

/** The last row and column a workbook may have (Excel's own bounds). */
const maxRow = 1_048_576;
const columnLetters = /^[A-Z]{0,3}$/;
const maxCells = 20_000_000;

const place = /[\s"']r\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Refuses workbooks that would fill the memory when read: by what they unpack to, and by places.
 * The reader fills every gap before a row or a cell with empty ones, so that a sheet of one cell at
 * row 4,000,000,000 is a bomb of a hundred bytes.
 * @throws WorkbookTooLarge, WorkbookNotReadable
 */
export function guardWorkbook(archive: Buffer, limits: TableLimits): void {
  for (const entry of unpack(archive, limits.maxWorkbookBytes)) {
    if (entry.data.includes('sheetData')) guardPlaces(entry.data.toString('utf8'));
  }
}

function guardPlaces(xml: string): void {
  let lastRow = 0;
  let lastColumn = 0;
  for (const match of xml.matchAll(place)) {
    const text = match[1] ?? match[2] ?? '';
    const digitsAt = text.search(/\d/);
    const letters = digitsAt < 0 ? text : text.slice(0, digitsAt);
    const digits = digitsAt < 0 ? '' : text.slice(digitsAt);
    if (!/^\d{1,7}$/.test(digits) || !columnLetters.test(letters)) throw new WorkbookNotReadable();
    lastRow = Math.max(lastRow, Number(digits));
    lastColumn = Math.max(lastColumn, columnNumber(letters));
  }
  if (lastRow > maxRow) throw new WorkbookTooLarge(`it has more than ${maxRow} rows`);
  if (lastRow * lastColumn > maxCells) {
    throw new WorkbookTooLarge('its rows and columns span too many cells');
  }
}

/** A is 1, Z 26, AA 27. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
