import type { Problem } from '@athar/diagnostics';
import { ColumnsRefused } from '../errors.js';
import { isReasonsHeader } from '../reasons/reasons-column.js';
import { absentHeader, badMapping, doubledColumn, unknownColumn } from './column-problems.js';
import { foldWord } from './fold.js';
import { FormAnswers, FormHeaders, type FormMeaning } from './form-headers.js';
import type { HeaderWords } from './header-words.js';
import type { Cell, TargetRow } from './vocabulary.js';

export interface ColumnOptions {
  ignoreUnknown: boolean;
  /** Header of the file to column of the target; empty text leaves the column out. */
  mapping: Readonly<Record<string, string>>;
}

/** What a header stands for: a column of the target, or what forms use it for. */
interface Meaning {
  column: string | undefined;
  form: FormMeaning | undefined;
  /** True where a file may not have the header. */
  refused: boolean;
  /** What is wrong with it; found when it is first told. */
  problem?: Problem;
}

/** So that a hostile file does not fill the memory with headers. */
const mostKnown = 1000;

/** Knows which of the target's columns each header of a file stands for. */
export class ColumnMap {
  private readonly known = new Map<string, Meaning>();
  private readonly mapped: ReadonlyMap<string, string>;
  private readonly beside: ReadonlySet<string>;
  private readonly form: FormHeaders;

  /**
   * @param headers the file's columns.
   * @param open true where later rows may bring other columns (JSON Lines).
   * @throws ColumnsRefused naming each column that is unknown, doubled or mapped to nothing
   */
  constructor(
    headers: readonly string[],
    private readonly words: HeaderWords,
    private readonly options: ColumnOptions,
    private readonly open: boolean,
  ) {
    this.mapped = new Map(
      Object.entries(options.mapping).map(([from, to]) => [foldWord(from), to]),
    );
    const meant = headers.map((header) => this.mapped.get(foldWord(header)) ?? header);
    this.beside = words.unambiguous(meant);
    this.form = new FormHeaders(headers, words, (header) => this.ownMeaning(header));
    const problems = [
      ...this.mappingProblems(open ? [] : headers),
      ...this.headerProblems(headers),
    ];
    if (problems.length > 0) throw new ColumnsRefused(problems);
  }

  /** The target's columns that the headers stand for. */
  columnsOf(headers: readonly string[]): Set<string> {
    const columns = headers.map((header) => this.columnOf(header));
    return new Set(columns.filter((column) => column !== undefined));
  }

  /** The row's cells under the target's columns; `problems` where the row brings columns of its own. */
  read(values: Readonly<Record<string, string>>): { row: TargetRow; problems: Problem[] } {
    const row = new Map<string, Cell>();
    const problems: Problem[] = [];
    const answers = new FormAnswers();
    for (const [header, text] of Object.entries(values)) {
      const meaning = this.meaningOf(header);
      const { column, form, refused } = meaning;
      if (answers.take(form, text)) continue;
      if (column === undefined) {
        // A surplus column of a file of bad rows is there for cells without a column.
        const surplus = text !== '' && isSurplus(header) && !this.isMapped(header);
        if (surplus || refused) problems.push(this.unknown(header, meaning));
      } else if (row.has(column)) problems.push(doubledColumn(header, column));
      else row.set(column, { header, text });
    }
    answers.putInto(row);
    return { row, problems };
  }

  private columnOf(header: string): string | undefined {
    return this.meaningOf(header).column;
  }

  /** Found once a header, not once a cell: folding is what takes time in reading a file. */
  private meaningOf(header: string): Meaning {
    const known = this.known.get(header);
    if (known !== undefined) return known;
    const meaning = this.resolve(header);
    if (this.known.size < mostKnown) this.known.set(header, meaning);
    return meaning;
  }

  private resolve(header: string): Meaning {
    const form = this.formMeaning(header);
    if (form?.kind === 'identity') return { column: form.column, form, refused: false };
    const column = form === undefined ? this.ownMeaning(header) : undefined;
    const refused = column === undefined && form === undefined && this.mustBeKnown(header);
    return { column, form, refused };
  }

  private ownMeaning(header: string): string | undefined {
    const mapped = this.mapped.get(foldWord(header));
    if (mapped !== undefined) return this.words.columnNamed(mapped);
    return isReasonsHeader(header) ? undefined : this.words.certain(header, this.beside);
  }

  /** What the mapping names is what the mapping says. */
  private formMeaning(header: string): FormMeaning | undefined {
    return this.mapped.has(foldWord(header)) ? undefined : this.form.meaningOf(header);
  }

  private mustBeKnown(header: string): boolean {
    if (this.options.ignoreUnknown || isReasonsHeader(header) || isSurplus(header)) return false;
    return this.mapped.get(foldWord(header)) !== '';
  }

  private isMapped(header: string): boolean {
    return this.options.ignoreUnknown || this.mapped.has(foldWord(header));
  }

  private unknown(header: string, meaning: Meaning): Problem {
    meaning.problem ??= unknownColumn(header, this.words.vocabulary.columns);
    return meaning.problem;
  }

  private mappingProblems(headers: readonly string[]): Problem[] {
    const present = new Set(headers.map(foldWord));
    return Object.entries(this.options.mapping).flatMap(([from, to]) => {
      if (to !== '' && this.words.columnNamed(to) === undefined) {
        return [badMapping(to, this.words.vocabulary.columns)];
      }
      return this.open || present.has(foldWord(from)) ? [] : [absentHeader(from, headers)];
    });
  }

  private headerProblems(headers: readonly string[]): Problem[] {
    const seen = new Set<string>();
    return headers.flatMap((header) => {
      const meaning = this.meaningOf(header);
      const { column } = meaning;
      if (column === undefined) return meaning.refused ? [this.unknown(header, meaning)] : [];
      if (seen.has(column)) return [doubledColumn(header, column)];
      seen.add(column);
      return [];
    });
  }
}

/** Cells beyond the header stand under such names (see TableRow.values). */
function isSurplus(header: string): boolean {
  return /^column \d{1,4}$/.test(header);
}
