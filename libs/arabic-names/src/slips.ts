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

/**
 * True where two different Arabic words of three letters or more may be one by a single slip of pen or eye, even if both are
 * known for different names (عليان, عليا).
 */
export function areOneSlipApart({ token: a }: WeighedToken, { token: b }: WeighedToken): boolean {
  if (a.script !== 'arabic' || b.script !== 'arabic' || a.head !== b.head) return false;
  const [own, other] = [a.folded, b.folded];
  if (own.length < 3 || other.length < 3) return false;
  const sameStart = own.charCodeAt(0) === other.charCodeAt(0);
  if (!sameStart && own.charCodeAt(own.length - 1) !== other.charCodeAt(other.length - 1)) {
    return false;
  }
  return isOneEditApart(own, other);
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

/** Letters of the shorter of two words. */
export function lettersOfShorter({ token: a }: WeighedToken, { token: b }: WeighedToken): number {
  return Math.min(a.folded.length, b.folded.length);
}
