import { numberText, unescapeText, type CellFlaw, type CellText } from './cell-text.js';
import type { NumberFormat } from './number-format.js';
import type { SharedTexts } from './shared-texts.js';
import { columnOf, rowNumber } from './sheet-place.js';
import { WorkbookNotReadable } from './workbook-error.js';
import type { Attributes, XmlHandler } from './xml.js';

/** A row of a sheet that holds something. */
export interface SheetRow {
  /** 1-based, as the spreadsheet numbers it. */
  number: number;
  /** Texts by column from 0 on; empty where there is nothing. */
  cells: string[];
  /** What is wrong with a cell, by column. */
  flaws: Map<number, CellFlaw>;
  /** True where it has more text than a row may have; its cells are left out. */
  tooLong: boolean;
}

/** What a sheet's cells refer to. */
export interface CellMeaning {
  formats: readonly NumberFormat[];
  since1904: boolean;
  texts: SharedTexts | undefined;
}

export interface SheetBounds {
  /** Cells beyond stand in one more column, whatever theirs was. */
  maxColumns: number;
  /** Characters of a row. */
  maxRowLength: number;
}

interface Cell {
  column: number;
  type: string;
  style: number;
  text: string;
  hasFormula: boolean;
}

/** Makes rows of a sheet's XML. ECMA-376 part 1, 18.3.1. */
export class SheetParser implements XmlHandler {
  private rows: SheetRow[] = [];
  private row: SheetRow | undefined;
  private rowNumber = 0;
  private rowLength = 0;
  private cell: Cell | undefined;
  private lastColumn = 0;
  private gathering = false;
  private phonetic = false;

  constructor(
    private readonly meaning: CellMeaning,
    private readonly bounds: SheetBounds,
  ) {}

  /** The rows that are whole, each given once. */
  take(): SheetRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.openRow(attributes);
    else if (this.row === undefined) return;
    else if (name === 'c') this.openCell(attributes);
    else if (this.cell === undefined) return;
    else if (name === 'f') this.cell.hasFormula = true;
    else if (name === 'rPh') this.phonetic = true;
    this.gathering = this.cell !== undefined && isText(name) && !this.phonetic;
  }

  text(found: string): void {
    if (!this.gathering || this.cell === undefined) return;
    this.rowLength += found.length;
    if (this.rowLength <= this.bounds.maxRowLength) this.cell.text += found;
  }

  close(name: string): void {
    if (isText(name)) this.gathering = false;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  }

  /** Rows and cells stand in their order; what does not would change its place unseen. */
  private openRow({ r }: Attributes): void {
    const number = rowNumber(r ?? String(this.rowNumber + 1));
    if (number <= this.rowNumber || this.row !== undefined) throw new WorkbookNotReadable();
    this.rowNumber = number;
    this.rowLength = 0;
    this.lastColumn = 0;
    this.row = { number, cells: [], flaws: new Map(), tooLong: false };
  }

  private openCell({ r, t, s }: Attributes): void {
    const column = r === undefined ? this.lastColumn + 1 : columnOf(r);
    if (column <= this.lastColumn || this.cell !== undefined) throw new WorkbookNotReadable();
    this.lastColumn = column;
    this.cell = { column, type: t ?? 'n', style: Number(s ?? 0), text: '', hasFormula: false };
  }

  private closeCell(): void {
    const { row, cell } = this;
    this.cell = undefined;
    if (row === undefined || cell === undefined) return;
    const index = Math.min(cell.column - 1, this.bounds.maxColumns);
    const text = this.textOf(cell);
    if (text === '' && cell.column - 1 !== index) return;
    while (row.cells.length < index) row.cells.push('');
    row.cells[index] = typeof text === 'string' ? text : '';
    if (typeof text !== 'string') row.flaws.set(index, text.flaw);
  }

  private closeRow(): void {
    const { row } = this;
    this.row = undefined;
    if (row === undefined) return;
    row.tooLong = this.rowLength > this.bounds.maxRowLength;
    if (row.tooLong) row.cells = [];
    const holdsSomething = row.flaws.size > 0 || row.cells.some((text) => text.trim() !== '');
    if (row.tooLong || holdsSomething) this.rows.push(row);
  }

  private textOf({ type, style, text, hasFormula }: Cell): CellText {
    if (type === 'inlineStr') return unescapeText(text);
    if (text === '') return hasFormula && type !== 'str' ? { flaw: 'formula-without-value' } : '';
    if (type === 'str') return unescapeText(text);
    if (type === 's') return this.sharedText(text);
    if (type === 'b') return text.trim() === '1' ? 'true' : 'false';
    if (type === 'e') return { flaw: 'formula-error' };
    if (type === 'd') return text.trim().replace(/T00:00:00(?:\.0+)?Z?$/, '');
    const format = this.meaning.formats[style] ?? { kind: 'general' };
    return numberText(text, format, this.meaning.since1904);
  }

  private sharedText(index: string): CellText {
    const digits = index.trim();
    const text = /^\d{1,9}$/.test(digits) ? this.meaning.texts?.at(Number(digits)) : undefined;
    return text ?? { flaw: 'damaged-cell' };
  }
}

/** A value, or a text or a run of rich text that stands in the cell itself. */
function isText(name: string): boolean {
  return name === 'v' || name === 't';
}
