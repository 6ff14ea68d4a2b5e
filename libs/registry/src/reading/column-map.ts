import type { Problem } from '@athar/diagnostics';
import { nearest } from '@athar/tabular';
import { REGISTRY_COLUMNS, type RegistryColumn } from '../columns.js';
import { ColumnsRefused, IdentityColumnMissing } from '../errors.js';
import { foldWord } from './fold.js';
import { columnWords } from './word-list.js';

/** One cell under its column, with the name that the file gives the column. */
export interface Cell {
  header: string;
  text: string;
}
export type RegistryRow = ReadonlyMap<RegistryColumn, Cell>;

export interface ColumnOptions {
  ignoreUnknown: boolean;
  /** Header of the file to column of ours. */
  mapping: Readonly<Record<string, string>>;
}

const byName = new Map(REGISTRY_COLUMNS.map((column) => [foldWord(column), column]));
const bareName = foldWord('الاسم');
const partColumns: readonly RegistryColumn[] = ['father_name', 'family_name'];

/** Knows which of our columns each header of a file stands for. */
export class ColumnMap {
  private readonly known = new Map<string, RegistryColumn | undefined>();
  private readonly mapped: ReadonlyMap<string, string>;
  /** Beside a father's or family name الاسم is the given name, as on identity papers; else the whole. */
  private readonly bareNameColumn: RegistryColumn;

  /**
   * @param headers the file's columns.
   * @param open true where later rows may bring other columns (JSON Lines).
   * @throws ColumnsRefused naming each column that is unknown, doubled or mapped to nothing;
   * IdentityColumnMissing
   */
  constructor(
    headers: readonly string[],
    private readonly options: ColumnOptions,
    open: boolean,
  ) {
    this.mapped = new Map(
      Object.entries(options.mapping).map(([from, to]) => [foldWord(from), to]),
    );
    const parts = headers.some((header) => partColumns.some((part) => this.named(header) === part));
    this.bareNameColumn = parts ? 'given_name' : 'name';
    const problems = [
      ...this.mappingProblems(open ? [] : headers, open),
      ...this.headerProblems(headers),
    ];
    if (problems.length > 0) throw new ColumnsRefused(problems);
    const columns = headers.map((header) => this.columnOf(header));
    if (!open && !columns.some((column) => column === 'id' || column === 'detainee_number')) {
      throw new IdentityColumnMissing();
    }
  }

  /** The row's cells under our columns; `problems` where the row brings columns of its own. */
  read(values: Readonly<Record<string, string>>): { row: RegistryRow; problems: Problem[] } {
    const row = new Map<RegistryColumn, Cell>();
    const problems: Problem[] = [];
    for (const [header, text] of Object.entries(values)) {
      const column = this.columnOf(header);
      if (column === undefined) {
        if (!this.options.ignoreUnknown) problems.push(unknownColumn(header));
      } else if (row.has(column)) problems.push(doubledColumn(header, column));
      else row.set(column, { header, text });
    }
    return { row, problems };
  }

  private columnOf(header: string): RegistryColumn | undefined {
    if (!this.known.has(header) && this.known.size < 1000) {
      this.known.set(header, this.resolve(header));
    }
    return this.known.has(header) ? this.known.get(header) : this.resolve(header);
  }

  private resolve(header: string): RegistryColumn | undefined {
    const mapped = this.mapped.get(foldWord(header));
    if (mapped !== undefined) return byName.get(foldWord(mapped));
    return foldWord(header) === bareName ? this.bareNameColumn : this.named(header);
  }

  private named(header: string): RegistryColumn | undefined {
    const folded = foldWord(this.mapped.get(foldWord(header)) ?? header);
    return byName.get(folded) ?? columnWords.get(folded);
  }

  private mappingProblems(headers: readonly string[], open: boolean): Problem[] {
    const present = new Set(headers.map(foldWord));
    return Object.entries(this.options.mapping).flatMap(([from, to]) => {
      if (!byName.has(foldWord(to))) return [badMapping(to)];
      return open || present.has(foldWord(from)) ? [] : [absentHeader(from, headers)];
    });
  }

  private headerProblems(headers: readonly string[]): Problem[] {
    const seen = new Set<RegistryColumn>();
    return headers.flatMap((header) => {
      const column = this.columnOf(header);
      if (column === undefined) return this.options.ignoreUnknown ? [] : [unknownColumn(header)];
      if (seen.has(column)) return [doubledColumn(header, column)];
      seen.add(column);
      return [];
    });
  }
}

function unknownColumn(header: string): Problem {
  const near = nearest(header, REGISTRY_COLUMNS);
  return {
    field: shortened(header),
    code: 'unknown-column',
    expected: near ? `a known column; the nearest is "${near}"` : 'a known column',
    fix: near
      ? `Rename it to "${near}", map it, or ask for unknown columns to be ignored.`
      : 'Map it to one of the known columns, or ask for unknown columns to be ignored.',
  };
}

function doubledColumn(header: string, column: RegistryColumn): Problem {
  return {
    field: shortened(header),
    code: 'doubled-column',
    expected: `one column for "${column}"`,
    fix: 'Remove one of the two, or map it to another column.',
  };
}

function badMapping(to: string): Problem {
  const near = nearest(to, REGISTRY_COLUMNS);
  return {
    field: 'mapping',
    code: 'unknown-column',
    expected: near ? `a known column; the nearest is "${near}"` : 'a known column',
    fix: `Map to one of: ${REGISTRY_COLUMNS.join(', ')}.`,
  };
}

function absentHeader(from: string, headers: readonly string[]): Problem {
  const near = nearest(from, headers);
  return {
    field: shortened(from),
    code: 'column-not-in-file',
    expected: near ? `a column of the file; the nearest is "${near}"` : 'a column of the file',
    fix: 'Correct the mapping.',
  };
}

/** A column's name as it is told: a file may name its columns with whole pages of text. */
export function shortened(header: string): string {
  return header.length <= 100 ? header : `${header.slice(0, 99)}…`;
}
