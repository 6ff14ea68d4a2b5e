/** How many letters go before one: it is read as the last of three. */
const BEFORE = 2;
/** Signs of a word's beginning and end. */
const START = '^'.repeat(BEFORE);
const END = '$';

/** A letter weighs as much as this many met ones by what it does after fewer letters. */
const SHORTER = 8;
/** Share of a letter that nothing is known of. */
const ANY_LETTER = 1 / 40;

/** The three letters that end at each letter of a word, its end included. */
export function threesOf(word: string): string[] {
  const text = `${START}${word}${END}`;
  return Array.from({ length: word.length + 1 }, (_, at) => text.slice(at, at + BEFORE + 1));
}

/** How likely words are by their letters: each by the two before it, with fewer where these are rare. */
export class LetterCounts {
  private readonly counts = new Map<string, number>();
  private readonly totals = new Map<string, number>();

  /** @param threes how often three letters were met one after the other */
  constructor(threes: Iterable<readonly [letters: string, count: number]>) {
    for (const [letters, count] of threes) {
      for (let from = 0; from <= BEFORE; from += 1) {
        add(this.counts, letters.slice(from), count);
        add(this.totals, letters.slice(from, -1) + '?'.repeat(BEFORE - from), count);
      }
    }
  }

  /** Natural logarithm of the chance of a word, in the letters of the sound model. */
  logOf(word: string): number {
    let log = 0;
    for (const letters of threesOf(word)) log += Math.log(this.shareOf(letters));
    return log;
  }

  private shareOf(letters: string): number {
    let share = ANY_LETTER;
    for (let from = BEFORE; from >= 0; from -= 1) {
      const count = this.counts.get(letters.slice(from)) ?? 0;
      const total = this.totals.get(letters.slice(from, -1) + '?'.repeat(BEFORE - from)) ?? 0;
      share = (count + SHORTER * share) / (total + SHORTER);
    }
    return share;
  }
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
