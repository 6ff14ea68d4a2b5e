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
  total: number;
  arabicTotal: number;

  /** @param general how many words the general list stands for */
  constructor(general: number) {
    this.total = general;
    this.arabicTotal = general;
  }

  /** Notes what the general list says of a word; its words are counted in the totals already. */
  smooth(token: NameToken, count: number): void {
    add(this.classes, factsOf(token).frequencyKey, count);
    if (token.script === 'arabic') add(this.arabic, letters(token), count);
  }

  count(token: NameToken): void {
    this.smooth(token, 1);
    this.total += 1;
    if (token.script === 'arabic') this.arabicTotal += 1;
  }
}

function bitsOf(seen: number, total: number): number {
  const share = Math.min(1, (seen + UNSEEN) / total);
  const bits = Math.log2(NAME_WEIGHTS.agreeByLetters / share);
  return Math.max(1, Math.min(NAME_WEIGHTS.mostForAPart, bits));
}

/**
 * Bits that an agreement on a word is worth in one kind of part: an Arabic word by its letters, another by the class of
 * words that sound like it.
 */
export function worthAmong(token: NameToken, counts: PartCounts): number {
  if (token.script === 'arabic') {
    return bitsOf(counts.arabic.get(letters(token)) ?? 0, counts.arabicTotal);
  }
  return bitsOf(counts.classes.get(factsOf(token).frequencyKey) ?? 0, counts.total);
}
