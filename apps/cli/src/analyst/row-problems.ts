import type { Output } from '../output.js';

/** What is wrong with one cell. */
export interface CellProblem {
  column: string;
  code: string;
  expected: string;
}

/** Rows of one kind that are named one by one; of more a terminal would show the last screen only. */
const namedEach = 20;
/** Stretches of lines that are told of the others. */
const stretchesTold = 10;

/** Lines one after the other, both ends included. */
type Stretch = [first: number, last: number];

interface Kind {
  readonly place: string;
  named: number;
  more: number;
  readonly stretches: Stretch[];
}

/**
 * Names the bad rows of a list on standard error, by line and column. Of many that are bad for the same reason in the
 * same column the first are named, and of the others the lines, together, at the end.
 */
export class RowProblems {
  private readonly kinds = new Map<string, Kind>();

  /**
   * @param label what the list is called
   * @param all whether each is named, however many they are
   */
  constructor(
    private readonly label: string,
    private readonly output: Output,
    private readonly all: boolean,
  ) {}

  /** Takes what is wrong with rows in the order of their lines. */
  add(line: number, { column, code, expected }: CellProblem): void {
    const place = placeOf(column);
    const key = `${place} ${code}`;
    const kind = this.kinds.get(key) ?? { place, named: 0, more: 0, stretches: [] };
    this.kinds.set(key, kind);
    if (this.all || kind.named < namedEach) {
      kind.named += 1;
      this.output.note(`${this.label}: line ${line}${place}: expected ${expected}`);
    } else {
      kind.more += 1;
      addLine(kind.stretches, line);
    }
  }

  /** Tells of the rows that were not named. */
  end(): void {
    for (const { place, more, stretches } of this.kinds.values()) {
      if (more === 0) continue;
      const rows = more === 1 ? '1 more row' : `${more} more rows`;
      const lines = `${linesOf(stretches)} (--all-errors names each)`;
      this.output.note(`${this.label}: ${rows}${place}, for the same reason: ${lines}`);
    }
  }
}

function addLine(stretches: Stretch[], line: number): void {
  const last = stretches[stretches.length - 1];
  if (last !== undefined && (line === last[1] || line === last[1] + 1)) last[1] = line;
  // One more than is told shows that there are more.
  else if (stretches.length <= stretchesTold) stretches.push([line, line]);
}

function linesOf(stretches: readonly Stretch[]): string {
  const told = stretches
    .slice(0, stretchesTold)
    .map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
  const more = stretches.length > stretchesTold ? ' ...' : '';
  return `lines ${told.join(', ')}${more}`;
}

/** Where in a row: the reader calls places without a column's name `column 7`, and the row as a whole `line`. */
function placeOf(column: string): string {
  if (column === 'line') return '';
  return column.startsWith('column ') ? `, ${column}` : `, column ${column}`;
}
