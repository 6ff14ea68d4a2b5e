import { askedKey, type Token, type WordFinder } from './like-words.js';
import type { Postings } from './postings.js';
import { Recent } from './recent.js';

/** The postings of all words that stand for a word, those of the likest first. */
export interface Gathered {
  readonly postings: Int32Array;
  /** Runs of postings of one share: where each ends, and the share in hundredths of a full agreement. */
  readonly ends: readonly number[];
  readonly shares: readonly number[];
}

interface Kept {
  readonly gathered: Gathered;
  /** Changes that the index had seen. */
  readonly changes: number;
}

const NOTHING: Gathered = { postings: new Int32Array(0), ends: [], shares: [] };

/** Postings kept for words that may be asked again: 16 MB. Gathering them anew costs little beside finding the words. */
const MOST_KEPT = 2 ** 22;
/** What it costs to keep a word beside its postings, as so many of them. */
const COST = 100;

/**
 * Puts what stands for a word side by side. The words of names recur, and a few hundred lists of records, each elsewhere
 * in memory, cost more to find than to read.
 */
export class Gatherer {
  private readonly kept = new Recent<Kept>(MOST_KEPT);

  constructor(
    private readonly finder: WordFinder,
    private readonly from: Postings<number>,
  ) {}

  gather(token: Token): Gathered {
    if (token.initial) return NOTHING;
    const key = askedKey(token);
    const known = this.kept.get(key);
    const { changes } = this.finder;
    if (known?.changes === changes) return known.gathered;
    const gathered = this.collect(token);
    this.kept.put(key, { gathered, changes }, gathered.postings.length + COST);
    return gathered;
  }

  private collect(token: Token): Gathered {
    const { words, shares } = this.finder.like(token);
    const lists = Array.from(words, (word) => this.from.of(word));
    const postings = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0));
    const runs = { ends: [] as number[], shares: [] as number[] };
    let end = 0;
    lists.forEach((list, at) => {
      if (list.length === 0) return;
      postings.set(list, end);
      end += list.length;
      const share = shares[at] ?? 0;
      if (runs.shares.at(-1) === share) runs.ends.pop();
      else runs.shares.push(share);
      runs.ends.push(end);
    });
    return { postings, ...runs };
  }
}
