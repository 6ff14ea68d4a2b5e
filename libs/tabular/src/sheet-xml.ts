import { escapeText } from './cell-text.js';
import type { CellValue, OutputColumn, OutputRow } from './column.js';
import { columnLetters, maxSheetRow } from './sheet-place.js';
import { WorkbookTooLarge } from './workbook-error.js';

/** Characters of a cell; spreadsheets call a workbook with more damaged. */
const maxCellLength = 32_767;
const chunkLength = 64 * 1024;

/** The style of text cells; those of columns with decimals follow it. */
const textStyle = 1;

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The XML of a sheet with a header row, a piece at a time. @throws WorkbookTooLarge */
export async function* sheetXml(
  columns: readonly OutputColumn[],
  rows: AsyncIterable<OutputRow> | Iterable<OutputRow>,
): AsyncGenerator<Buffer> {
  const styles = decimalsOf(columns);
  const letters = columns.map((_, index) => columnLetters(index + 1));
  const cellsOf = (values: readonly (CellValue | undefined)[], row: number): string =>
    values
      .map((value, index) =>
        cellXml(value ?? null, `${letters[index]}${row}`, columns[index], styles),
      )
      .join('');
  const headers = columns.map(({ name, header }) => header ?? name);
  let number = 1;
  let text = `${declaration}<worksheet xmlns="${namespace}"><sheetData>`;
  text += `<row r="1">${cellsOf(headers, number)}</row>`;
  for await (const row of rows) {
    if (++number > maxSheetRow) throw new WorkbookTooLarge(`more than ${maxSheetRow} rows`);
    const values = columns.map((column) => row[column.name]);
    text += `<row r="${number}">${cellsOf(values, number)}</row>`;
    if (text.length < chunkLength) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(`${text}</sheetData></worksheet>`);
}

/** The styles of a sheet of these columns: general, text, then one for each count of decimals. */
export function stylesXml(columns: readonly OutputColumn[]): string {
  const decimals = decimalsOf(columns);
  const formats = decimals.map((count, index) => {
    const code = count === 0 ? '0' : `0.${'0'.repeat(count)}`;
    return `<numFmt numFmtId="${firstOwnFormat + index}" formatCode="${code}"/>`;
  });
  const style = (format: number): string =>
    `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
  const styles = [0, textFormat, ...decimals.map((_, index) => firstOwnFormat + index)].map(style);
  return [
    `${declaration}<styleSheet xmlns="${namespace}">`,
    formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : '',
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${styles.length}">${styles.join('')}</cellXfs></styleSheet>`,
  ].join('');
}

/** Built-in format 49 is `@`; those of a workbook's own start at 164. */
const textFormat = 49;
const firstOwnFormat = 164;

function decimalsOf(columns: readonly OutputColumn[]): number[] {
  return [...new Set(columns.flatMap(({ decimals }) => decimals ?? []))];
}

/** Texts are typed as text, so that no reader takes them for a formula, a number or a date. */
function cellXml(
  value: CellValue,
  place: string,
  column: OutputColumn | undefined,
  styles: readonly number[],
): string {
  if (value === null || value === '') return '';
  if (typeof value === 'string') {
    if (value.length > maxCellLength) {
      throw new WorkbookTooLarge(`a cell has more than ${maxCellLength} characters`);
    }
    const text = `<is><t xml:space="preserve">${xmlText(value)}</t></is>`;
    return `<c r="${place}" s="${textStyle}" t="inlineStr">${text}</c>`;
  }
  const decimals = column?.decimals;
  if (decimals === undefined) return `<c r="${place}"><v>${value}</v></c>`;
  const style = textStyle + 1 + styles.indexOf(decimals);
  return `<c r="${place}" s="${style}"><v>${Number(value.toFixed(decimals))}</v></c>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function xmlText(text: string): string {
  return escapeText(text).replace(/[&<>]/g, (character) => entities[character] ?? character);
}
