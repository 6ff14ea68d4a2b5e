import type { WeighedToken } from './weighed-token.js';

/** True where one word becomes the other by one letter more, less or other, or by two neighbours changing places. */
function isOneEditApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short.charCodeAt(at) === long.charCodeAt(at)) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return swapped && short.slice(at + 2) === long.slice(at + 2);
}

/** Letters of the shorter and of the longer word of two that a slip is looked for between. */
const LEAST_LETTERS = { shorter: 2, longer: 3 };

function areLongEnough(a: string, b: string): boolean {
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  return shorter >= LEAST_LETTERS.shorter && longer >= LEAST_LETTERS.longer;
}

function areArabicOneSlipApart(own: string, other: string): boolean {
  if (!areLongEnough(own, other)) return false;
  const sameStart = own.charCodeAt(0) === other.charCodeAt(0);
  if (!sameStart && own.charCodeAt(own.length - 1) !== other.charCodeAt(other.length - 1)) {
    return false;
  }
  return isOneEditApart(own, other);
}

/** True of an Arabic and a Latin word whose consonants differ by one: the slip was made before or after it was spelled. */
function areSlipsAcross({ facts: a }: WeighedToken, { facts: b }: WeighedToken): boolean {
  const [own, other] = [a.frequencyKey, b.frequencyKey];
  return own !== other && areLongEnough(own, other) && isOneEditApart(own, other);
}

/**
 * True where two different words, of three letters or more before the slip, may be one by a single slip of pen or eye, even if
 * both are known for different names (عليان, عليا); of two scripts by their consonants.
 */
export function areOneSlipApart(left: WeighedToken, right: WeighedToken): boolean {
  const [a, b] = [left.token, right.token];
  if (a.head !== b.head || left.initial || right.initial) return false;
  if (a.script !== b.script) return areSlipsAcross(left, right) && !areTwoUsualNames(left, right);
  return a.script === 'arabic' && areArabicOneSlipApart(a.folded, b.folded);
}

/** True where both words are usual names, and not of one person: brothers are often called alike (حسن, حسين). */
export function areTwoUsualNames(a: WeighedToken, b: WeighedToken): boolean {
  const [own, other] = [a.facts.word.sound, b.facts.word.sound];
  if (own === null || other === null) return false;
  return own.usual && other.usual && own.print !== other.print;
}

/** True where both words are usual names, or usual spellings of some. */
export function areUsual(a: WeighedToken, b: WeighedToken): boolean {
  return a.facts.word.sound?.usual === true && b.facts.word.sound?.usual === true;
}

/** True where two usual words stand for no name in common. */
export function areOtherUsualNames(a: WeighedToken, b: WeighedToken): boolean {
  const [own, other] = [a.facts.word.sound, b.facts.word.sound];
  if (own === null || other === null || !areUsual(a, b)) return false;
  const names = own.names.length === 0 ? [own.print] : own.names;
  const others = other.names.length === 0 ? [other.print] : other.names;
  return !names.some((name) => others.includes(name));
}

/**
 * True where a slip of pen or eye may have made one word of the other of its script: seldom one usual name of another.
 * Of the words alone, whatever their heads.
 */
export function mayBeSlip(a: WeighedToken, b: WeighedToken): boolean {
  const [own, other] = [a.token, b.token];
  if (own.script !== 'arabic' || other.script !== 'arabic') return false;
  return areArabicOneSlipApart(own.folded, other.folded) && !areTwoUsualNames(a, b);
}
