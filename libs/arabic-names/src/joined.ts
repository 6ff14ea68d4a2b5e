import type { ComparableName, Side } from './comparable-name.js';
import { tokenSimilarity } from './compare-tokens.js';
import { factsOf, type TokenFacts } from './token-facts.js';
import type { NameToken } from './types.js';
import type { WeighedToken } from './weighed-token.js';

/** Shorter words were not written together out of two. */
const LEAST_LETTERS = 5;
/** Least similarity of what was joined: errors are usual in such words, and they are long. */
const SAME_WORD = 0.75;

/**
 * What can be told of two neighbours before they are joined: the consonants of one word are about those of both. A word
 * without consonants is counted by its letters, which are more.
 */
function mayJoinTo(
  first: WeighedToken,
  { facts: second }: WeighedToken,
  { facts: other }: WeighedToken,
): boolean {
  const { keyStart, keyLength, frequencyKey } = first.facts;
  if (frequencyKey === first.token.folded) return true;
  return keyStart === other.keyStart && keyLength + second.keyLength >= other.keyLength - 1;
}

/** Cheap and forgiving: same first consonant, about as many. */
function mayBeOne(a: TokenFacts, other: WeighedToken): boolean {
  const b = other.facts;
  if (a.keyStart !== b.keyStart || Math.abs(a.keyLength - b.keyLength) > 1) return false;
  return other.token.head === null && other.token.folded.length >= LEAST_LETTERS;
}

function isOne(joined: NameToken, other: WeighedToken): boolean {
  const facts = factsOf(joined);
  if (!mayBeOne(facts, other)) return false;
  return tokenSimilarity(joined, other.token, facts, other.facts) >= SAME_WORD;
}

/**
 * Where two neighbours of `many`, neither met, are one unmet token of `one`: the place of the first,
 * or -1. Who was not met has the partner -1.
 */
function findJoin(
  one: ComparableName,
  many: ComparableName,
  ofOne: Int32Array,
  ofMany: Int32Array,
): number {
  const others = one.whole.tokens;
  const { tokens } = many.whole;
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const [first, second] = [tokens[at], tokens[at + 1]];
    if (first === undefined || second === undefined) continue;
    if (ofMany[at] !== -1 || ofMany[at + 1] !== -1) continue;
    for (let i = 0; i < others.length; i += 1) {
      const other = others[i];
      if (ofOne[i] !== -1 || other === undefined || !mayJoinTo(first, second, other)) continue;
      const joined = many.neighboursAt(at);
      if (joined !== null && isOne(joined, other)) return at;
    }
  }
  return -1;
}

function withJoin(name: ComparableName, joinedAt: number): Side {
  const { whole } = name;
  const joined = name.joinAt(joinedAt);
  if (joined === null) return whole;
  const { tokens } = whole;
  return {
    tokens: [...tokens.slice(0, joinedAt), joined, ...tokens.slice(joinedAt + 2)],
    joinedAt,
  };
}

/**
 * Words that one name has apart and the other together (شهيد خيل, Shahidkhel), one on each side at most.
 * @param partner for each token of `a` the token of `b` that it agrees with, or -1
 * @param partnerOfRight the same for each token of `b`
 * @returns both names with the joined words as one token, or null where there are none
 */
export function joinings(
  a: ComparableName,
  b: ComparableName,
  partner: Int32Array,
  partnerOfRight: Int32Array,
): { left: Side; right: Side } | null {
  const left = findJoin(b, a, partnerOfRight, partner);
  const right = findJoin(a, b, partner, partnerOfRight);
  if (left === -1 && right === -1) return null;
  return { left: withJoin(a, left), right: withJoin(b, right) };
}
