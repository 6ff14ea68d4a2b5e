export const EVIDENCE_KINDS = [
  'prior',
  'name',
  'mother_name',
  'sex',
  'age',
  'place',
  'holder',
  'number',
  'marks',
  'time',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** One piece of evidence. Holds codes and numbers only, never what a report or an archive says. */
export interface EvidenceItem {
  readonly kind: EvidenceKind;
  /** Kebab-case reason; with `kind` the key of its sentence. */
  readonly code: string;
  /** Integer hundredths of a bit for (positive) or against (negative) one person. */
  readonly centibits: number;
  /** Roles, token indices, differences in years: what the sentence needs. */
  readonly detail?: Readonly<Record<string, number | string | null>>;
}

/**
 * Takes in one thing that was found; what rounds to no bits is left out. What its sentence needs is told in plain
 * values: most findings are only added up, a few million a second, and nothing is to be made for those.
 */
export type Say = (
  kind: EvidenceKind,
  code: string,
  bits: number,
  first?: number,
  second?: number | string,
) => void;

/** The weighed comparison of two records. */
export interface PersonComparison {
  /** Posterior log2-odds in hundredths of a bit: exactly the sum of the evidence. */
  readonly centibits: number;
  /** In (0, 1). */
  readonly probability: number;
  readonly evidence: readonly EvidenceItem[];
}

/** From log2-odds in hundredths of a bit to a probability. */
export function probabilityOf(centibits: number): number {
  return 1 / (1 + 2 ** (-centibits / 100));
}

/** Bits in integer hundredths. */
export function inCentibits(bits: number): number {
  return Math.round(bits * 100);
}

/** An item of so many bits, rounded; none where the bits round to nothing. */
export function item(
  kind: EvidenceKind,
  code: string,
  bits: number,
  detail?: EvidenceItem['detail'],
): EvidenceItem[] {
  const centibits = inCentibits(bits);
  if (centibits === 0) return [];
  return [detail === undefined ? { kind, code, centibits } : { kind, code, centibits, detail }];
}
