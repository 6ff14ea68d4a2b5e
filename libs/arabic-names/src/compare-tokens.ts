import { parseName } from './parse.js';
import { jointBits, type CompiledToken } from './sound-model.js';
import { factsOf, NUMBER_SPACE, type TokenFacts } from './token-facts.js';
import type { NameToken } from './types.js';

/**
 * Joint bits are set against this power of the letters' own bits, so that neither short nor common
 * letter sequences win. The letters' power of 0.7 ranks best or near it on every set kept back.
 */
const LETTER_POWER = 0.7;
/** Surplus of bits at which a pair is as good as not, and how steeply similarity rises there. */
const MIDDLE = { cross: -3.5, arabic: -4, latin: -4 } as const;
const STEEPNESS = 0.6;

/**
 * Similarities remembered, one a slot, the newest wins: the parts of names recur, and a table of fixed
 * size costs neither memory nor collection.
 */
const SLOT_BITS = 19;
const slotPairs = new Float64Array(2 ** SLOT_BITS);
const slotValues = new Float32Array(2 ** SLOT_BITS);

function slotOf(low: number, high: number): number {
  return (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - SLOT_BITS);
}

/**
 * Similarity in [0, 1] of two different words by the sound model, in single precision so that it is
 * the same number wherever it is kept. Symmetric.
 */
export function soundSimilarity(a: CompiledToken, b: CompiledToken): number {
  const same = a.script === b.script;
  // One order: the tables of one script are symmetric, sums of shares are so but for their last bits.
  const joint = a.spelled <= b.spelled ? jointBits(a, b) : jointBits(b, a);
  const surplus = LETTER_POWER * (a.letterBits + b.letterBits) - joint;
  const middle = same ? MIDDLE[a.script] : MIDDLE.cross;
  return Math.fround(1 / (1 + Math.exp(-STEEPNESS * (surplus - middle))));
}

/**
 * Similarity in [0, 1] of two tokens as parsed, whatever their scripts; heads and articles aside.
 * Symmetric. Other alphabets have no model: equal or nothing.
 */
export function tokenSimilarity(
  a: NameToken,
  b: NameToken,
  left: TokenFacts = factsOf(a),
  right: TokenFacts = factsOf(b),
): number {
  if (a.folded === b.folded) return 1;
  if (left.compiled === null || right.compiled === null) return 0;
  const low = Math.min(left.number, right.number);
  const high = Math.max(left.number, right.number);
  const pair = low * NUMBER_SPACE + high;
  const slot = slotOf(low, high);
  if (slotPairs[slot] === pair) return slotValues[slot] ?? 0;
  const similarity = soundSimilarity(left.compiled, right.compiled);
  slotPairs[slot] = pair;
  slotValues[slot] = similarity;
  return similarity;
}

/** Similarity in [0, 1] of two words, whatever their scripts; 0 where either names nobody. */
export function compareTokens(a: string, b: string): number {
  const left = parseName(a).tokens[0];
  const right = parseName(b).tokens[0];
  return left === undefined || right === undefined ? 0 : tokenSimilarity(left, right);
}
