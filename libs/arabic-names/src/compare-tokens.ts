import { latinFit, type LatinWord } from './latin-model.js';
import { parseName } from './parse.js';
import { compileToken, jointBits, type CompiledToken } from './arabic-model.js';
import { differInLastVowel } from './last-vowel.js';
import { differInLongA } from './long-a.js';
import { fit, type SoundWord } from './sound-model.js';
import { factsOf, NUMBER_SPACE, type ComparableWord, type TokenFacts } from './token-facts.js';
import type { NameToken } from './types.js';

/**
 * Joint bits are set against this power of the letters' own bits, so that neither short nor common
 * letter sequences win. The letters' power of 0.7 ranks best or near it on every set kept back.
 */
const LETTER_POWER = 0.7;
/** Surplus of bits at which a pair is as good as not, and how steeply similarity rises there. */
const MIDDLE = -4;
const STEEPNESS = 0.6;
/** The same of the fit of two Latin words, in nats. */
const LATIN_MIDDLE = 0;
const LATIN_STEEPNESS = 0.7;
/** The same of the fit of words of two scripts, in nats. */
const CROSS_MIDDLE = -2.4;
const CROSS_STEEPNESS = 0.9;
/** Bits against two Arabic words that are known for different names. */
const OTHER_NAME = -4;
/** Similarity of two words that are one but for a long a: see there. */
const BUT_LONG_A = Math.fround(0.93);
/** Less similar compounds are not looked at by their halves. */
const LEAST_COMPOUND = 0.3;
/**
 * Nats that are added to a Latin fit where both words are usual spellings: of one name, of none in common, or of one but
 * with another vowel, which mostly stands for another name (Samer, Samir).
 */
const ONE_LATIN = 3;
const OTHER_LATIN = -4;
const OTHER_VOWEL = -3;
/**
 * The least fit of two usual spellings of one name whose letters say little of each other (Hisên, Hüseyin); what is known is
 * known by short prints, so letters that fit less than `credible` or are too few tell another name.
 */
const ONE_USUAL = { least: 2, credible: -8, consonants: 2 } as const;

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

/** Nats that it adds of two Latin words which names they are usual spellings of. */
function knownLatin(a: ComparableWord, b: ComparableWord): number {
  if (a.sound?.known !== true || b.sound?.known !== true) return 0;
  const [own, other] = [a.sound.names, b.sound.names];
  const shared = own.filter((name) => other.includes(name)).length;
  if (shared === 0) return OTHER_LATIN;
  const all = shared === own.length && shared === other.length;
  return all || !differInLastVowel(a.folded, b.folded) ? ONE_LATIN : OTHER_VOWEL;
}

/** Similarity in [0, 1] of two different Arabic words, in single precision so that it is kept exactly. */
function twoArabic(a: CompiledToken, b: CompiledToken, known: number): number {
  // One order: the table is symmetric, sums of shares are so but for their last bits.
  const joint = a.spelled <= b.spelled ? jointBits(a, b) : jointBits(b, a);
  const surplus = LETTER_POWER * (a.letterBits + b.letterBits) - joint + known;
  return Math.fround(1 / (1 + Math.exp(-STEEPNESS * (surplus - MIDDLE))));
}

/** Second halves of compounds that are common to many names. */
const SECOND_HALF = /(?<=^.{2,})(?:دين|اله|اسلام|زمان)$/u;

/** The same of the first halves of two compounds with one second half (ناصر الدين, نصر الدين); 1 of other words. */
function firstHalves(a: ComparableWord, b: ComparableWord): number {
  const [tail] = SECOND_HALF.exec(a.folded) ?? [];
  if (tail === undefined || !b.folded.endsWith(tail)) return 1;
  const own = compileToken(a.folded.slice(0, -tail.length));
  const other = compileToken(b.folded.slice(0, -tail.length));
  if (own === null || other === null || own.spelled === other.spelled) return 1;
  return twoArabic(own, other, OTHER_NAME);
}

function haveConsonants({ sound }: ComparableWord): boolean {
  return sound !== null && sound.sieve.letters.length >= ONE_USUAL.consonants;
}

/** The same of two Latin words. */
function twoLatin(a: ComparableWord, b: ComparableWord, own: LatinWord, other: LatinWord): number {
  const letters = latinFit(own, other);
  const known = knownLatin(a, b);
  const sure = known > 0 && letters > ONE_USUAL.credible && haveConsonants(a) && haveConsonants(b);
  const fitted = sure ? Math.max(letters + known, ONE_USUAL.least) : letters + known;
  return Math.fround(1 / (1 + Math.exp(-LATIN_STEEPNESS * (fitted - LATIN_MIDDLE))));
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
    if (a.latin !== null && b.latin !== null) return twoLatin(a, b, a.latin, b.latin);
    if (a.compiled === null || b.compiled === null) return 0;
    if (differInLongA(a.folded, b.folded)) return BUT_LONG_A;
    const known = a.sound?.known === true && b.sound?.known === true ? OTHER_NAME : 0;
    const similarity = twoArabic(a.compiled, b.compiled, known);
    return similarity < LEAST_COMPOUND ? similarity : Math.min(similarity, firstHalves(a, b));
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
