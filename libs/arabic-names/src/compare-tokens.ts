import { parseName } from './parse.js';
import { jointBits, type CompiledToken } from './same-script.js';
import { fit, type SoundWord } from './sound-model.js';
import { factsOf, NUMBER_SPACE, type ComparableWord, type TokenFacts } from './token-facts.js';
import type { NameToken } from './types.js';

/**
 * Joint bits are set against this power of the letters' own bits, so that neither short nor common
 * letter sequences win. The letters' power of 0.7 ranks best or near it on every set kept back.
 */
const LETTER_POWER = 0.7;
/** Surplus of bits at which a pair is as good as not, and how steeply similarity rises there. */
const MIDDLE = { arabic: -4, latin: -4 } as const;
const STEEPNESS = 0.6;
/** The same of the fit of words of two scripts, in nats. */
const CROSS_MIDDLE = -1.2;
const CROSS_STEEPNESS = 0.9;
/** Bits for two words of one script that are known for one name, and against two that are known for different ones. */
const ONE_NAME = 4;
const OTHER_NAME = -4;

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

/** Bits that it says of two words of one script which names they are known for. */
function known(a: SoundWord | null, b: SoundWord | null): number {
  if (a?.known !== true || b?.known !== true) return 0;
  return a.names.some((name) => b.names.includes(name)) ? ONE_NAME : OTHER_NAME;
}

/** Similarity in [0, 1] of two different words of one script, in single precision so that it is kept exactly. */
function sameScript(a: CompiledToken, b: CompiledToken, attested: number): number {
  // One order: the tables of one script are symmetric, sums of shares are so but for their last bits.
  const joint = a.spelled <= b.spelled ? jointBits(a, b) : jointBits(b, a);
  const surplus = LETTER_POWER * (a.letterBits + b.letterBits) - joint + attested;
  return Math.fround(1 / (1 + Math.exp(-STEEPNESS * (surplus - MIDDLE[a.script]))));
}

/** The same of words of two scripts. */
function crossScript(arabic: SoundWord, latin: SoundWord): number {
  return crossSimilarity(fit(arabic, latin));
}

/** Similarity in [0, 1] of two words of two scripts by their fit. */
export function crossSimilarity(fitted: number): number {
  return Math.fround(1 / (1 + Math.exp(-CROSS_STEEPNESS * (fitted - CROSS_MIDDLE))));
}

/** Similarity in [0, 1] of two words. Other alphabets have no model: equal or nothing. */
export function wordSimilarity(a: ComparableWord, b: ComparableWord): number {
  if (a.folded === b.folded) return 1;
  if (a.script === b.script) {
    if (a.compiled === null || b.compiled === null) return 0;
    return sameScript(a.compiled, b.compiled, known(a.sound, b.sound));
  }
  if (a.sound === null || b.sound === null) return 0;
  return a.script === 'arabic' ? crossScript(a.sound, b.sound) : crossScript(b.sound, a.sound);
}

/** `wordSimilarity`, remembered. Symmetric. */
export function rememberedSimilarity(a: ComparableWord, b: ComparableWord): number {
  if (a.folded === b.folded) return 1;
  const low = Math.min(a.number, b.number);
  const high = Math.max(a.number, b.number);
  const pair = low * NUMBER_SPACE + high;
  const slot = slotOf(low, high);
  if (slotPairs[slot] === pair) return slotValues[slot] ?? 0;
  const similarity = wordSimilarity(a, b);
  slotPairs[slot] = pair;
  slotValues[slot] = similarity;
  return similarity;
}

/** The same of two tokens as parsed, heads and articles aside. */
export function tokenSimilarity(
  a: NameToken,
  b: NameToken,
  left: TokenFacts = factsOf(a),
  right: TokenFacts = factsOf(b),
): number {
  return rememberedSimilarity(left.word, right.word);
}

/** Similarity in [0, 1] of two words, whatever their scripts; 0 where either names nobody. */
export function compareTokens(a: string, b: string): number {
  const left = parseName(a).tokens[0];
  const right = parseName(b).tokens[0];
  return left === undefined || right === undefined ? 0 : tokenSimilarity(left, right);
}
