import type { ComparableName } from './comparable-name.js';
import { mayJoin } from './joined.js';
import { pairBits } from './pair-value.js';
import { NAME_ROLES } from './types.js';
import { similarityOf, type WeighedToken } from './weighed-token.js';

const GIVEN = 1 << NAME_ROLES.indexOf('given');
const KUNYA = 1 << NAME_ROLES.indexOf('kunya');

/** The most bits for a token that may be a given name: left alone, or held against any token. */
function mostBits(own: WeighedToken, others: readonly WeighedToken[]): number {
  let most = own.absence.role === 'given' ? own.absence.centibits / 100 : 0;
  for (const other of others) {
    const similarity = similarityOf(own, other);
    // Which of the two stands left in an alignment is not known here.
    const bits = Math.max(pairBits(similarity, own, other), pairBits(similarity, other, own));
    if (bits > most) most = bits;
  }
  return most;
}

/**
 * The most hundredths of a bit that the given name of `a` can be worth in a comparison with `b`, found
 * without aligning the two; Infinity where that is not known: words that may have been written in
 * one, or a kunya, which is worth something of its own.
 */
export function mostForGiven(a: ComparableName, b: ComparableName): number {
  const others = b.whole.tokens;
  if (others.length === 0) return 0;
  let sum = 0;
  for (const own of a.whole.tokens) {
    const { roles } = own.facts;
    if ((roles & KUNYA) !== 0) return Infinity;
    if ((roles & GIVEN) !== 0) sum += Math.round(mostBits(own, others) * 100);
  }
  return sum <= 0 && mayJoin(a, b) ? Infinity : sum;
}
