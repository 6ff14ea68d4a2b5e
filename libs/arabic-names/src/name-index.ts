import { NameComparer, type KeptName } from './name-comparer.js';
import { parseName } from './parse.js';
import type { NameFrequencies } from './types.js';

export interface NameRecord {
  readonly id: string;
  readonly name: string;
}

export interface NameHit {
  readonly id: string;
  /** In [0, 1]. */
  readonly score: number;
}

interface Indexed {
  readonly id: string;
  readonly name: KeptName;
}

/** Many names, ranked against one. */
export class NameIndex {
  private constructor(
    private readonly records: readonly Indexed[],
    private readonly comparer: NameComparer,
  ) {}

  /** Takes names in either script; ids need not be distinct (a person may have several names). */
  static build(
    records: readonly NameRecord[],
    options: { frequencies?: NameFrequencies } = {},
  ): NameIndex {
    const comparer = new NameComparer(options.frequencies);
    const indexed = records.map(({ id, name }) => ({ id, name: comparer.keep(parseName(name)) }));
    return new NameIndex(indexed, comparer);
  }

  get size(): number {
    return this.records.length;
  }

  /** The `limit` names most like `name`, best first; equal scores in the order of the bits, then of ids. */
  search(name: string, { limit = 20 }: { limit?: number } = {}): NameHit[] {
    const query = this.comparer.ask(parseName(name));
    return this.records
      .map(({ id, name: other }) => {
        const { score, centibits } = this.comparer.score(query, other);
        return { id, score, centibits };
      })
      .sort((a, b) => b.score - a.score || b.centibits - a.centibits || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map(({ id, score }) => ({ id, score }));
  }
}
