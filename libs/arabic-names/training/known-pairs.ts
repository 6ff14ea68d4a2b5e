import { printOfName, printOfPair } from '../src/known-spellings.js';
import { normalise } from '../src/normalise.js';
import { parseName } from '../src/parse.js';
import type { Attestation, TrainingPair } from './pairs.js';

const LEAST_TRUST = 1;

/** A word as it is looked up: what parsing compares of it. */
function fold(word: string): string {
  const [token, ...more] = parseName(word).tokens;
  if (token !== undefined && more.length === 0) return token.folded;
  return normalise(word).replace(/[^\p{L}]/gu, '');
}

/** Names that stand for less than this share of a spelling's chief name are taken for noise. */
const LEAST_SHARE = 0.3;

/**
 * Prints of the pairs whose Latin spelling is so well attested, sorted: with each such spelling the names
 * that it often stands for.
 */
export function knownPrints(pairs: readonly TrainingPair[], attested: Attestation): number[] {
  const names = new Map<string, Map<string, number>>();
  for (const pair of pairs) {
    if (pair.attested !== attested) continue;
    const latin = fold(pair.latin);
    const meant = names.get(latin) ?? new Map<string, number>();
    const arabic = fold(pair.arabic).replace(/^ال(?=...)/u, '');
    names.set(latin, meant.set(arabic, (meant.get(arabic) ?? 0) + pair.weight));
  }
  const prints = [...names].flatMap(([latin, meant]) => {
    const chief = Math.max(...meant.values());
    const usual = [...meant].filter(([, weight]) => weight >= LEAST_SHARE * chief);
    return usual.map(([arabic]) => printOfPair(arabic, latin));
  });
  return [...new Set(prints)].sort((a, b) => a - b);
}

/** Prints of the Arabic names that are well attested, or of the usual ones of them, sorted. */
export function knownNames(pairs: readonly TrainingPair[], attested?: Attestation): number[] {
  const trusted = pairs.filter((pair) =>
    attested === undefined ? pair.weight >= LEAST_TRUST : pair.attested === attested,
  );
  const prints = trusted.map(({ arabic }) => printOfName(fold(arabic)));
  return [...new Set(prints)].sort((a, b) => a - b);
}
