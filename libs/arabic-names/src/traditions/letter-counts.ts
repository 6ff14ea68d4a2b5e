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

/** How often letters follow others in lists of one kind: each by the two before it, with fewer where these are rare. */
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

  /** Share of three letters among all that begin with the first two. */
  shareOf(letters: string): number {
    let share = ANY_LETTER;
    for (let from = BEFORE; from >= 0; from -= 1) {
      const count = this.counts.get(letters.slice(from)) ?? 0;
      const total = this.totals.get(letters.slice(from, -1) + '?'.repeat(BEFORE - from)) ?? 0;
      share = (count + SHORTER * share) / (total + SHORTER);
    }
    return share;
  }
}

/** Threes of letters that are kept: words are many, these are few. */
const MOST_THREES = 50_000;

/** How likely words are by their letters in lists of several kinds. */
export class LettersOfKinds {
  private readonly known = new Map<string, Float64Array>();

  constructor(private readonly kinds: readonly LetterCounts[]) {}

  /** Natural logarithm of the chance of a word, in the letters of the sound model, for each kind. */
  logsOf(word: string): Float64Array {
    const logs = new Float64Array(this.kinds.length);
    for (const letters of threesOf(word)) {
      const each = this.logsOfThree(letters);
      for (let kind = 0; kind < logs.length; kind += 1) {
        logs[kind] = (logs[kind] ?? 0) + (each[kind] ?? 0);
      }
    }
    return logs;
  }

  private logsOfThree(letters: string): Float64Array {
    const known = this.known.get(letters);
    if (known !== undefined) return known;
    const logs = Float64Array.from(this.kinds, (kind) => Math.log(kind.shareOf(letters)));
    if (this.known.size < MOST_THREES) this.known.set(letters, logs);
    return logs;
  }
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
