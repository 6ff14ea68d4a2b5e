import { compareNames } from './compare-names.js';
import { GENERAL_FREQUENCIES } from './frequencies.js';
import { parseName } from './parse.js';
import type { NameFrequencies, ParsedName } from './types.js';

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
  readonly name: ParsedName;
}

/** Many names, ranked against one. */
export class NameIndex {
  private constructor(
    private readonly records: readonly Indexed[],
    private readonly frequencies: NameFrequencies,
  ) {}

  /** Takes names in either script; ids need not be distinct (a person may have several names). */
  static build(
    records: readonly NameRecord[],
    options: { frequencies?: NameFrequencies } = {},
  ): NameIndex {
    const indexed = records.map(({ id, name }) => ({ id, name: parseName(name) }));
    return new NameIndex(indexed, options.frequencies ?? GENERAL_FREQUENCIES);
  }

  get size(): number {
    return this.records.length;
  }

  /** The `limit` names most like `name`, best first; equal scores in the order of the bits, then of ids. */
  search(name: string, { limit = 20 }: { limit?: number } = {}): NameHit[] {
    const query = parseName(name);
    return this.records
      .map(({ id, name: other }) => {
        const { score, centibits } = compareNames(query, other, this.frequencies);
        return { id, score, centibits };
      })
      .sort((a, b) => b.score - a.score || b.centibits - a.centibits || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map(({ id, score }) => ({ id, score }));
  }
}
