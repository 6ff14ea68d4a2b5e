/** Scores nearer to 0 or 1 are not told apart. */
const LEAST = 1e-7;

/** Natural logarithm of the odds of a score in [0, 1]. */
export function logit(score: number): number {
  const share = Math.min(1 - LEAST, Math.max(LEAST, score));
  return Math.log(share / (1 - share));
}

/** A score that is so many nats of odds less. */
export function less(score: number, nats: number): number {
  return nats === 0 ? score : 1 / (1 + Math.exp(nats - logit(score)));
}

/** A name of a list, and how like it is to one that was asked for: in [0, 1]. */
export interface ScoredName {
  readonly name: string;
  readonly score: number;
}

/**
 * Puts hits in a new order.
 * @param bent by hit, its score in nats of odds and what is to be added or taken off
 * @returns the hits, best first; the best has the score that the best had, the others as much less as they fit less
 */
export function reordered<Hit extends ScoredName>(
  hits: readonly Hit[],
  bent: readonly number[],
): Hit[] {
  const top = hits.reduce((best, { score }) => Math.max(best, score), 0);
  const most = Math.max(...bent);
  return hits
    .map((hit, at) => ({ ...hit, score: less(top, most - (bent[at] ?? 0)) }))
    .sort((a, b) => b.score - a.score);
}
