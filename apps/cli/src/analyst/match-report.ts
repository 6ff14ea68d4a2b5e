import {
  EVIDENCE_KINDS,
  probabilityOf,
  type Candidate,
  type MatchIndex,
  type RankedEntry,
  type ReportRecord,
} from '@athar/matching';
import type { OutputColumn, OutputRow } from '@athar/tabular';

/** How candidates are searched and written. */
export interface MatchTask {
  limit: number;
  minProbability: number;
  /** With a column of bits for each kind of evidence. */
  explain: boolean;
}

/** What is taken back for brothers, cousins and namesakes is no evidence of the name: it has a column of its own. */
const columnKinds = [...EVIDENCE_KINDS, 'relatives'] as const;
type ColumnKind = (typeof columnKinds)[number];

/** The columns of the results. */
export function matchColumns(explain: boolean): (string | OutputColumn)[] {
  const bits = explain ? columnKinds.map(bitsColumn) : [];
  return [
    'report_id',
    'rank',
    'entry_id',
    { name: 'probability', decimals: 12 },
    { name: 'bits', decimals: 2 },
    ...bits.map((name) => ({ name, decimals: 2 })),
  ];
}

/** What was found for reports, in plain lists: a thread passes them on at a tenth of the cost of rows. */
export interface Matches {
  /** For each report the number of its candidates. */
  readonly counts: number[];
  /** For each candidate in turn, best first. */
  readonly entries: string[];
  readonly centibits: number[];
  /** For each candidate the hundredths of a bit of each kind of evidence; empty where they are not explained. */
  readonly kinds: number[];
}

/** Searches the candidates of reports. */
export function matchReports(
  index: MatchIndex,
  reports: readonly ReportRecord[],
  { limit, minProbability, explain }: MatchTask,
): Matches {
  const found: Matches = { counts: [], entries: [], centibits: [], kinds: [] };
  const options = { limit, minProbability };
  for (const report of reports) {
    const candidates: readonly (RankedEntry | Candidate)[] = explain
      ? index.search(report, options)
      : index.rank(report, options);
    found.counts.push(candidates.length);
    for (const candidate of candidates) {
      found.entries.push(candidate.entryId);
      found.centibits.push(candidate.centibits);
      if ('evidence' in candidate) found.kinds.push(...centibitsByKind(candidate));
    }
  }
  return found;
}

/** The result rows of reports, those of each best first. */
export function* matchRows(
  reports: readonly ReportRecord[],
  { counts, entries, centibits, kinds }: Matches,
): Generator<OutputRow> {
  let at = 0;
  for (const [place, report] of reports.entries()) {
    const candidates = counts[place] ?? 0;
    for (let rank = 1; rank <= candidates; rank++, at++) {
      const sum = centibits[at] ?? 0;
      const row: OutputRow = {
        report_id: report.id,
        rank,
        entry_id: entries[at] ?? '',
        probability: probabilityOf(sum),
        bits: sum / 100,
      };
      yield kinds.length === 0 ? row : { ...row, ...bitsByKind(kinds, at) };
    }
  }
}

function centibitsByKind({ evidence }: Candidate): number[] {
  const centibits = new Map<ColumnKind, number>();
  for (const { kind, code, centibits: more } of evidence) {
    const column = code === 'relatives' || code === 'milieu' ? 'relatives' : kind;
    centibits.set(column, (centibits.get(column) ?? 0) + more);
  }
  return columnKinds.map((kind) => centibits.get(kind) ?? 0);
}

function bitsByKind(kinds: readonly number[], candidate: number): OutputRow {
  const first = candidate * columnKinds.length;
  return Object.fromEntries(
    columnKinds.map((kind, at) => [bitsColumn(kind), (kinds[first + at] ?? 0) / 100]),
  );
}

function bitsColumn(kind: ColumnKind): string {
  return `bits_${kind}`;
}
