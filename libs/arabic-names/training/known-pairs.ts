import { printOfName, printOfPair } from '../src/known-spellings.js';
import { normalise } from '../src/normalise.js';
import type { TrainingPair } from './pairs.js';

const LEAST_TRUST = 1;

function fold(word: string): string {
  return normalise(word).replace(/[^\p{L}]/gu, '');
}

/** Names that stand for less than this share of a spelling's chief name are taken for noise. */
const LEAST_SHARE = 0.15;

/**
 * Prints of the pairs whose Latin spelling is well attested, sorted: with each such spelling the names
 * that it often stands for.
 */
export function knownPrints(pairs: readonly TrainingPair[]): number[] {
  const names = new Map<string, Map<string, number>>();
  const trusted = new Set<string>();
  for (const pair of pairs) {
    const latin = fold(pair.latin);
    if (pair.weight >= LEAST_TRUST) trusted.add(latin);
    const meant = names.get(latin) ?? new Map<string, number>();
    const arabic = fold(pair.arabic).replace(/^ال(?=...)/u, '');
    names.set(latin, meant.set(arabic, (meant.get(arabic) ?? 0) + pair.weight));
  }
  const prints = [...trusted].flatMap((latin) => {
    const meant = [...(names.get(latin) ?? [])];
    const chief = Math.max(...meant.map(([, weight]) => weight));
    const usual = meant.filter(([, weight]) => weight >= LEAST_SHARE * chief);
    return usual.map(([arabic]) => printOfPair(arabic, latin));
  });
  return [...new Set(prints)].sort((a, b) => a - b);
}

/** Prints of the Arabic names that are well attested, sorted. */
export function knownNames(pairs: readonly TrainingPair[]): number[] {
  const trusted = pairs.filter(({ weight }) => weight >= LEAST_TRUST);
  const prints = trusted.map(({ arabic }) => printOfName(fold(arabic)));
  return [...new Set(prints)].sort((a, b) => a - b);
}
