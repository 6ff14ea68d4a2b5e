import type { Problem } from '@athar/diagnostics';
import type { TableRow } from '@athar/tabular';
import type { ColumnMap } from '../columns/column-map.js';
import type { RowManner } from '../columns/vocabulary.js';
import type { GoodRow, ImportTarget } from '../target/import-target.js';

/** A row's cells by the file's headers. */
export type RawCells = Readonly<Record<string, string>>;

/** A row that may come in. `number` is its line in the file. */
export interface CheckedRow extends GoodRow<unknown> {
  number: number;
  cells: RawCells;
}

/** A row that cannot, and why. */
export interface BadRow {
  number: number;
  problems: readonly Problem[];
  cells: RawCells;
}

/** So that a hostile file does not fill the memory with column names. */
const mostSeen = 400;

/** Rows that are brought to the database together. */
export class Batch {
  readonly good: CheckedRow[] = [];
  readonly bad: BadRow[] = [];
  private readonly begun = performance.now();

  /** Full at 500 rows, or after ten seconds: a slow upload must show that it lives. */
  get full(): boolean {
    return this.rowCount >= 500 || performance.now() - this.begun > 10_000;
  }

  get rowCount(): number {
    return this.good.length + this.bad.length;
  }

  /** Checks a row of the file and puts it where it belongs. */
  add({ line: number, values: cells, problems: broken }: TableRow, use: RowReading): void {
    if (use.seen.size < mostSeen) for (const column of Object.keys(cells)) use.seen.add(column);
    const read = use.columns.read(cells);
    const problems = [...broken, ...read.problems];
    const checked = problems.length > 0 ? { problems } : use.target.readRow(read.row, use.manner);
    if ('problems' in checked) this.bad.push({ number, cells, problems: checked.problems });
    else this.good.push({ number, cells, ...checked });
  }
}

/** What rows of one file are read with. */
export interface RowReading {
  columns: ColumnMap;
  /** The file's columns, with those that only some rows have. */
  seen: Set<string>;
  target: ImportTarget;
  manner: RowManner;
}

/** What is wrong with a row whose identity an earlier row of the same file has. */
export function doubledIdentity(column: string, idColumn: string, firstRow: number): Problem {
  const apart = column === idColumn ? `by ${column}` : `by a column ${idColumn} of your own`;
  return {
    field: column,
    code: 'doubled-identity',
    expected: `another ${column} than that of row ${firstRow}`,
    fix: `Join the row with row ${firstRow}, or tell the two apart ${apart}.`,
  };
}
