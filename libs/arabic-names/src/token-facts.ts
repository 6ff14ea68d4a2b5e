import { skeletonOf } from './skeleton.js';
import { compileToken, type CompiledToken } from './sound-model.js';
import { NAME_ROLES, type NameToken } from './types.js';

/** What is computed once a word and kept while it is in use. */
export interface TokenFacts {
  /** Number of the word (its folded form), for remembering pairs. */
  readonly number: number;
  readonly compiled: CompiledToken | null;
  /** Key under which the token is counted: the same in both scripts, head included. */
  readonly frequencyKey: string;
  /** First letter of that key, and its length: what tells quickly that two words are not one. */
  readonly keyStart: number;
  readonly keyLength: number;
  /** Its roles as bits, in the order of `NAME_ROLES`. */
  readonly roles: number;
}

/** Words remembered; all are forgotten when full, so memory is bounded. */
const MOST_WORDS = 200_000;

/** Words numbered apart from each other: a pair of numbers below this square is one key. */
export const NUMBER_SPACE = 2 ** 26;

const byToken = new WeakMap<NameToken, TokenFacts>();
const numbers = new Map<string, number>();
const compiledWords = new Map<string, CompiledToken | null>();
let next = 0;

function numberOf(folded: string): number {
  const known = numbers.get(folded);
  if (known !== undefined) return known;
  if (numbers.size >= MOST_WORDS) numbers.clear();
  next = (next + 1) % NUMBER_SPACE;
  numbers.set(folded, next);
  return next;
}

function compiledOf({ folded, script }: NameToken): CompiledToken | null {
  const known = compiledWords.get(folded);
  if (known !== undefined) return known;
  if (compiledWords.size >= MOST_WORDS) compiledWords.clear();
  const compiled = script === 'other' ? null : compileToken(folded, script);
  compiledWords.set(folded, compiled);
  return compiled;
}

/** The facts of a token, computed when first asked for. */
export function factsOf(token: NameToken): TokenFacts {
  const known = byToken.get(token);
  if (known !== undefined) return known;
  const key = skeletonOf(token);
  const frequencyKey = key === '' ? token.folded : key;
  const facts = {
    number: numberOf(token.folded),
    compiled: compiledOf(token),
    frequencyKey,
    keyStart: frequencyKey.charCodeAt(0),
    keyLength: frequencyKey.length,
    roles: token.roles.reduce((bits, role) => bits | (1 << NAME_ROLES.indexOf(role)), 0),
  };
  byToken.set(token, facts);
  return facts;
}
