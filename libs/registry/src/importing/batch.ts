import type { Problem } from '@athar/diagnostics';
import type { TableRow } from '@athar/tabular';
import type { EntryDocument } from '../entry-document.js';
import type { ColumnMap } from '../reading/column-map.js';
import { readRow } from '../reading/row-document.js';

/** A row that may become an entry. `number` is its line in the file. */
export interface CheckedRow {
  number: number;
  identity: string;
  document: EntryDocument;
}

/** A row that cannot, and why. */
export interface BadRow {
  number: number;
  problems: readonly Problem[];
}

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
  add(row: TableRow, columns: ColumnMap): void {
    const read = columns.read(row.values);
    const problems = [...row.problems, ...read.problems];
    const checked = problems.length > 0 ? { problems } : readRow(read.row);
    if ('problems' in checked) this.bad.push({ number: row.line, problems: checked.problems });
    else this.good.push({ number: row.line, ...checked });
  }
}

/** What is wrong with a row whose identity an earlier row of the same file has. */
export function doubledIdentity(firstRow: number): Problem {
  return {
    field: 'id',
    code: 'doubled-identity',
    expected: `another id or number than that of row ${firstRow}`,
    fix: `Join the row with row ${firstRow}, or give it an id of its own.`,
  };
}
