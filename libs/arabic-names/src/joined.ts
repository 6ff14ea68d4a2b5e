import { tokenSimilarity } from './compare-tokens.js';
import { factsOf } from './token-facts.js';
import type { NameToken } from './types.js';

/** A token and where it stands in its name; joined where it is that token and the next in one. */
export interface PlacedToken {
  readonly token: NameToken;
  readonly at: number;
  readonly joined: boolean;
}

/** Shorter words were not written together out of two. */
const LEAST_LETTERS = 5;
/** Least similarity of what was joined: errors are usual in such words, and they are long. */
const SAME_WORD = 0.75;

const joinedWords = new WeakMap<NameToken, NameToken>();

/** A token and the one that follows it in its name, as one word. */
function join(first: NameToken, second: NameToken): NameToken {
  const known = joinedWords.get(first);
  if (known !== undefined) return known;
  const token = {
    ...first,
    text: `${first.text} ${second.text}`,
    folded: first.folded + second.folded,
    roles: [...new Set([...first.roles, ...second.roles])],
  };
  joinedWords.set(first, token);
  return token;
}

/** Cheap and forgiving: same first consonant, about as many. */
function mayBeOne(joined: NameToken, other: NameToken): boolean {
  if (other.head !== null || other.folded.length < LEAST_LETTERS) return false;
  const [a, b] = [factsOf(joined).frequencyKey, factsOf(other).frequencyKey];
  return a.charAt(0) === b.charAt(0) && Math.abs(a.length - b.length) <= 1;
}

/** Where two neighbours of `many`, neither met, are one unmet token of `one`: the place of the first. */
function findJoin(
  one: readonly NameToken[],
  many: readonly NameToken[],
  oneMet: readonly boolean[],
  manyMet: readonly boolean[],
): { token: NameToken; at: number } | null {
  for (let at = 0; at + 1 < many.length; at += 1) {
    const [first, second] = [many[at], many[at + 1]];
    if (first === undefined || second === undefined || manyMet[at] || manyMet[at + 1]) continue;
    if (first.head !== null || second.head !== null || first.script !== second.script) continue;
    const token = join(first, second);
    const found = one.some(
      (other, i) =>
        !oneMet[i] && mayBeOne(token, other) && tokenSimilarity(token, other) >= SAME_WORD,
    );
    if (found) return { token, at };
  }
  return null;
}

function place(
  tokens: readonly NameToken[],
  join?: { token: NameToken; at: number } | null,
): PlacedToken[] {
  return tokens.flatMap((token, at): PlacedToken[] => {
    if (join != null && at === join.at) return [{ token: join.token, at, joined: true }];
    return join != null && at === join.at + 1 ? [] : [{ token, at, joined: false }];
  });
}

/**
 * Words that one name has apart and the other together (شهيد خيل, Shahidkhel), one on each side at most.
 * @param met for each token of `a` the token of `b` that it agrees with, or -1
 * @returns both names with the joined words as one token, or null where there are none
 */
export function joinings(
  a: readonly NameToken[],
  b: readonly NameToken[],
  met: readonly number[],
): { left: PlacedToken[]; right: PlacedToken[] } | null {
  const leftMet = met.map((j) => j >= 0);
  if (leftMet.every(Boolean) || (a.length < 2 && b.length < 2)) return null;
  const rightMet = b.map((_, j) => met.includes(j));
  if (rightMet.every(Boolean)) return null;
  const left = findJoin(b, a, rightMet, leftMet);
  const right = findJoin(a, b, leftMet, rightMet);
  if (left === null && right === null) return null;
  return { left: place(a, left), right: place(b, right) };
}
