import { WorkbookNotReadable, WorkbookTooLarge } from './workbook-error.js';

/** The last row and column of a sheet (Excel's own bounds). */
export const maxSheetRow = 1_048_576;
export const maxSheetColumn = 16_384;

/** A rectangle of cells; all 1-based and inclusive. */
export interface Area {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A row's number. @throws WorkbookNotReadable, WorkbookTooLarge */
export function rowNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new WorkbookNotReadable();
  const row = Number(text);
  if (row > maxSheetRow) throw new WorkbookTooLarge(`it has more than ${maxSheetRow} rows`);
  return row;
}

/** The column of a place as `AB12`. A is 1, Z 26, AA 27. @throws WorkbookNotReadable */
export function columnOf(place: string): number {
  let column = 0;
  let at = 0;
  for (let code = place.charCodeAt(0); code >= 65 && code <= 90; code = place.charCodeAt(++at)) {
    column = column * 26 + code - 64;
    if (column > maxSheetColumn) throw new WorkbookNotReadable();
  }
  if (column === 0 || !/^\d{1,7}$/.test(place.slice(at))) throw new WorkbookNotReadable();
  return column;
}

/** The letters of a column. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

/** An area as `A1:C2` or `A1`; undefined for what is none. */
export function areaOf(reference: string): Area | undefined {
  const parts = /^([A-Z]{1,3})([1-9]\d{0,6})(?::([A-Z]{1,3})([1-9]\d{0,6}))?$/.exec(reference);
  if (parts === null) return undefined;
  const [, left = '', top = '', right = left, bottom = top] = parts;
  return {
    top: Number(top),
    bottom: Number(bottom),
    left: columnOf(`${left}1`),
    right: columnOf(`${right}1`),
  };
}
