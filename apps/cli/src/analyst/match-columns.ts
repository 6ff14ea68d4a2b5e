import { EVIDENCE_KINDS, type Candidate } from '@athar/matching';
import type { OutputColumn, OutputRow } from '@athar/tabular';

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

/** For each column of evidence the hundredths of a bit of a candidate. */
export function centibitsByKind({ evidence }: Candidate): number[] {
  const centibits = new Map<ColumnKind, number>();
  for (const { kind, code, centibits: more } of evidence) {
    const column = code === 'relatives' || code === 'milieu' ? 'relatives' : kind;
    centibits.set(column, (centibits.get(column) ?? 0) + more);
  }
  return columnKinds.map((kind) => centibits.get(kind) ?? 0);
}

/** The columns of evidence of a candidate, out of those of many side by side. */
export function bitsByKind(kinds: Int32Array, candidate: number): OutputRow {
  const first = candidate * columnKinds.length;
  return Object.fromEntries(
    columnKinds.map((kind, at) => [bitsColumn(kind), (kinds[first + at] ?? 0) / 100]),
  );
}

function bitsColumn(kind: ColumnKind): string {
  return `bits_${kind}`;
}
