import {
  EVIDENCE_KINDS,
  type Candidate,
  type EvidenceKind,
  type MatchIndex,
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

/** The columns of the results. */
export function matchColumns(explain: boolean): (string | OutputColumn)[] {
  const bits = explain ? EVIDENCE_KINDS.map(bitsColumn) : [];
  return [
    'report_id',
    'rank',
    'entry_id',
    { name: 'probability', decimals: 12 },
    { name: 'bits', decimals: 2 },
    ...bits.map((name) => ({ name, decimals: 2 })),
  ];
}

/** The result rows of one report, best first. */
export function matchReport(
  index: MatchIndex,
  report: ReportRecord,
  { limit, minProbability, explain }: MatchTask,
): OutputRow[] {
  return index.search(report, { limit, minProbability }).map((candidate, place) => ({
    report_id: report.id,
    rank: place + 1,
    entry_id: candidate.entryId,
    probability: candidate.probability,
    bits: candidate.centibits / 100,
    ...(explain ? bitsByKind(candidate) : {}),
  }));
}

function bitsByKind({ evidence }: Candidate): OutputRow {
  const centibits = new Map<EvidenceKind, number>();
  for (const item of evidence) {
    centibits.set(item.kind, (centibits.get(item.kind) ?? 0) + item.centibits);
  }
  return Object.fromEntries(
    EVIDENCE_KINDS.map((kind) => [bitsColumn(kind), (centibits.get(kind) ?? 0) / 100]),
  );
}

function bitsColumn(kind: EvidenceKind): string {
  return `bits_${kind}`;
}
