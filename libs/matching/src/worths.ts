import type { Group } from './indexed-words.js';

/** What the words that a query met are worth to each of its features. */
export class Worths {
  private readonly rows: Int32Array;
  private readonly table: Float32Array;
  private readonly best: Float32Array;
  /** Features that the record last weighed has in common with the query. */
  shared = 0;

  constructor(
    groups: readonly Group[],
    features: number,
    words: number,
    worthOf: (group: Group) => number,
  ) {
    this.rows = new Int32Array(words);
    this.best = new Float32Array(features);
    const met = new Set(groups.flatMap((group) => group.words));
    this.table = new Float32Array((met.size + 1) * features);
    let row = 0;
    for (const word of met) this.rows[word] = row += 1;
    for (const group of groups) {
      const worth = worthOf(group);
      for (const word of group.words) {
        this.table[(this.rows[word] ?? 0) * features + group.feature] = worth;
      }
    }
  }

  /** Sum over the features of the most that one of the words is worth to it. */
  weigh(words: Int32Array): number {
    const { rows, table, best } = this;
    best.fill(0);
    for (const word of words) {
      const row = rows[word] ?? 0;
      if (row === 0) continue;
      for (let f = 0; f < best.length; f += 1) {
        best[f] = Math.max(best[f] ?? 0, table[row * best.length + f] ?? 0);
      }
    }
    let sum = 0;
    this.shared = 0;
    for (const worth of best) {
      sum += worth;
      if (worth > 0) this.shared += 1;
    }
    return sum;
  }
}
