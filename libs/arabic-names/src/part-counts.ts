import { NAME_WEIGHTS } from './name-weights.js';
import { factsOf } from './token-facts.js';
import type { NameToken, PartCounts } from './types.js';

/** Words that one never seen stands for: a quarter of one, as in the general list alone. */
const UNSEEN = 1 / 4;

/** A word by its letters; a compound is another word than its second half. */
function letters({ head, folded }: NameToken): string {
  return head === null ? folded : `${head} ${folded}`;
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

/** Counts the words of one kind of part, on top of a general list. */
export class PartCounter implements PartCounts {
  readonly classes = new Map<string, number>();
  readonly arabic = new Map<string, number>();
  readonly latin = new Map<string, number>();
  total: number;
  arabicTotal: number;
  latinTotal = 0;

  /** @param general how many words the general list stands for */
  constructor(general: number) {
    this.total = general;
    this.arabicTotal = general;
  }

  /** Notes what the general list says of a word; its words are counted in the totals already. */
  smooth(token: NameToken, count: number): void {
    add(this.classes, factsOf(token).frequencyKey, count);
    if (token.script === 'arabic') add(this.arabic, letters(token), count);
    if (token.script === 'latin') add(this.latin, letters(token), count);
  }

  count(token: NameToken): void {
    this.smooth(token, 1);
    this.total += 1;
    if (token.script === 'arabic') this.arabicTotal += 1;
    if (token.script === 'latin') this.latinTotal += 1;
  }
}

function inBounds(bits: number): number {
  return Math.max(1, Math.min(NAME_WEIGHTS.mostForAPart, bits));
}

function shareOf(seen: number, total: number): number {
  return Math.min(1, (seen + UNSEEN) / total);
}

function bitsOf(agree: number, seen: number, total: number): number {
  return inBounds(Math.log2(agree / shareOf(seen, total)));
}

/**
 * Bits that an agreement on a word is worth in one kind of part: an Arabic word by its letters, another by the class of
 * words that sound like it.
 */
export function worthAmong(token: NameToken, counts: PartCounts): number {
  if (token.script === 'arabic') {
    const seen = counts.arabic.get(letters(token)) ?? 0;
    return bitsOf(NAME_WEIGHTS.agreeByLetters, seen, counts.arabicTotal);
  }
  const seen = counts.classes.get(factsOf(token).frequencyKey) ?? 0;
  return bitsOf(NAME_WEIGHTS.agreeAmongTrue, seen, counts.total);
}

/**
 * Bits that it says that two Latin words are spelled alike: no less than that they sound alike, and more where others who
 * are called so are spelled otherwise. Of few Latin words that is not known: the share of a spelling among the words that
 * sound like it is taken to be usual.
 */
export function worthSpelledAlike(token: NameToken, counts: PartCounts): number {
  const { alike, usualSpelling, overClass, fewLatin } = NAME_WEIGHTS;
  const sounding = shareOf(counts.classes.get(factsOf(token).frequencyKey) ?? 0, counts.total);
  const seen = (counts.latin.get(letters(token)) ?? 0) + sounding * usualSpelling * fewLatin;
  const bits = inBounds(Math.log2((alike * (counts.latinTotal + fewLatin)) / seen));
  const ofClass = worthAmong(token, counts);
  return Math.min(ofClass + overClass, Math.max(ofClass, bits));
}

/**
 * Bits that an agreement is worth of a part that is a forefather's name or the family's: two words met by chance are both the
 * one or both the other, so that a word which is common as either says little.
 * @param ofPerson bits that it is worth as the name of a person
 * @param ofFamily the same as that of a family
 */
export function worthOfEither(ofPerson: number, ofFamily: number): number {
  const { lastIsFamily } = NAME_WEIGHTS;
  return -Math.log2(lastIsFamily * 2 ** -ofFamily + (1 - lastIsFamily) * 2 ** -ofPerson);
}
