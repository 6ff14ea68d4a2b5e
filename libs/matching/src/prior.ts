import { WEIGHTS } from './weights.js';

export interface PriorOptions {
  /** Records in the index. */
  readonly entries: number;
  /** Reports that are matched against them; as many as entries where not given. */
  readonly reports?: number | undefined;
  /** True pairs among all pairs; estimated where not given. */
  readonly expectedMatches?: number | undefined;
}

/**
 * True pairs to expect between two lists: a fixed share of the smaller one
 * (`WEIGHTS.prior.matchedShare`), since a person has at most one match in most lists.
 */
export function estimateExpectedMatches(reports: number, entries: number): number {
  return WEIGHTS.prior.matchedShare * Math.min(reports, entries);
}

/** Log2-odds, in integer hundredths of a bit, that a pair drawn blindly is one person. */
export function priorCentibits({
  entries,
  reports = entries,
  expectedMatches,
}: PriorOptions): number {
  const pairs = Math.max(2, entries * reports);
  const expected = expectedMatches ?? estimateExpectedMatches(reports, entries);
  const share = Math.min(0.5, Math.max(1e-12, expected / pairs));
  return Math.round(100 * Math.log2(share / (1 - share)));
}
