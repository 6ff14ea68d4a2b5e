import { WEIGHTS } from './weights.js';

export interface PriorOptions {
  /** Records in the index. */
  readonly entries: number;
  /** Reports that are matched against them; as many as entries where not given. */
  readonly reports?: number | undefined;
  /** True pairs among all pairs; estimated where not given. */
  readonly expectedMatches?: number | undefined;
}

/** Records of the longer list below which the share falls: a few rows are mostly a part of something longer. */
const SHORT = 100;

/**
 * True pairs to expect between two lists: a fixed share of the smaller one
 * (`WEIGHTS.prior.matchedShare`), since a person has at most one match in most lists; fewer in lists so short
 * that any two rows would seem likely to be one person, as those of one given name alone.
 */
export function estimateExpectedMatches(reports: number, entries: number): number {
  const part = Math.min(1, Math.max(reports, entries) / SHORT);
  return WEIGHTS.prior.matchedShare * Math.min(reports, entries) * part;
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
