import type { SoundUnits } from './sound-units.js';

/** Bits of a cell that say which of its column's units it is; the bits above say which of its row's. */
const COLUMN_BITS = 16;

/** Which units stand for which pieces of letters, for looking them up from both sides at once. */
export class UnitGrid {
  /** Columns of a row of `cells`. */
  readonly columns: number;
  /**
   * For each row (Arabic piece) and column (Latin piece) -1, or the number of their unit among the
   * units of the row, and among those of the column: see `placeInRow`, `placeInColumn`.
   */
  readonly cells: Int32Array;
  /** For each row a bit for every column that it has a unit with: a glance where most rows have few. */
  readonly glances: Int32Array;
  /** Numbers that the bits of a row take in `glances`. */
  readonly glancesOfRow: number;
  /** The units of each row, of each column, in the order of their numbers there. */
  readonly ofRow: readonly (readonly number[])[];
  readonly ofColumn: readonly (readonly number[])[];

  constructor({ rows, columns, cells }: SoundUnits) {
    this.columns = columns.size;
    this.cells = new Int32Array(rows.size * columns.size).fill(-1);
    this.glancesOfRow = Math.ceil(columns.size / 32);
    this.glances = new Int32Array(rows.size * this.glancesOfRow);
    const ofRow = Array.from(rows, (): number[] => []);
    const ofColumn = Array.from(columns, (): number[] => []);
    cells.forEach(([of, at], unit) => {
      const row = ofRow[of] ?? [];
      const column = ofColumn[at] ?? [];
      const glance = of * this.glancesOfRow + (at >> 5);
      this.glances[glance] = (this.glances[glance] ?? 0) | (1 << (at & 31));
      this.cells[of * columns.size + at] = (row.length << COLUMN_BITS) | column.length;
      row.push(unit);
      column.push(unit);
    });
    this.ofRow = ofRow;
    this.ofColumn = ofColumn;
  }
}

/** Number of a cell's unit among the units of its row. */
export function placeInRow(cell: number): number {
  return cell >>> COLUMN_BITS;
}

/** Number of a cell's unit among the units of its column. */
export function placeInColumn(cell: number): number {
  return cell & ((1 << COLUMN_BITS) - 1);
}
