import { probabilityOf, type ReportRecord } from '@athar/matching';
import type { OutputRow } from '@athar/tabular';
import type { Matches } from './list-matcher.js';
import { bitsByKind } from './match-columns.js';

/** Each hand-over of rows costs more than a row. */
const ROWS_AT_ONCE = 1000;

/** Where the candidates of a report are among those found with it. */
interface Found {
  readonly matches: Matches;
  readonly from: number;
  readonly count: number;
}

/** What was found for reports, in whatever order they were matched. */
export class MatchResults {
  private readonly chunks: Matches[] = [];
  /** By place of a report: the chunk it was matched in, and its first candidate and their number there. */
  private readonly chunkOf: Int32Array;
  private readonly first: Int32Array;
  private readonly count: Int32Array;

  constructor(private readonly reports: readonly ReportRecord[]) {
    this.chunkOf = new Int32Array(reports.length);
    this.first = new Int32Array(reports.length);
    this.count = new Int32Array(reports.length);
  }

  /** @param places of the reports that were matched */
  take(places: Uint32Array, matches: Matches): void {
    let from = 0;
    for (const [at, place] of places.entries()) {
      const count = matches.counts[at] ?? 0;
      this.chunkOf[place] = this.chunks.length;
      this.first[place] = from;
      this.count[place] = count;
      from += count;
    }
    this.chunks.push(matches);
  }

  /**
   * The result rows in the order of the reports, those of each best first, many at a time.
   * @param entries ids of the entries, by their places in the list
   */
  *rows(entries: readonly string[]): Generator<OutputRow[]> {
    let rows: OutputRow[] = [];
    for (const [place, report] of this.reports.entries()) {
      const found = this.foundAt(place);
      if (found !== null) rows.push(...rowsOf(report, found, entries));
      if (rows.length < ROWS_AT_ONCE) continue;
      yield rows;
      rows = [];
    }
    yield rows;
  }

  private foundAt(place: number): Found | null {
    const matches = this.chunks[this.chunkOf[place] ?? 0];
    if (matches === undefined) return null;
    return { matches, from: this.first[place] ?? 0, count: this.count[place] ?? 0 };
  }
}

function rowsOf(
  { id }: ReportRecord,
  { matches, from, count }: Found,
  entries: readonly string[],
): OutputRow[] {
  return Array.from({ length: count }, (_, place) => {
    const at = from + place;
    const sum = matches.centibits[at] ?? 0;
    const row: OutputRow = {
      report_id: id,
      rank: place + 1,
      entry_id: entries[matches.entries[at] ?? -1] ?? '',
      probability: probabilityOf(sum),
      bits: sum / 100,
    };
    return matches.kinds.length === 0 ? row : { ...row, ...bitsByKind(matches.kinds, at) };
  });
}
