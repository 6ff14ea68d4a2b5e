import type { Random } from './random.js';

/** Items with weights; an item is picked in proportion to its weight. */
export class Ranked<T> {
  private readonly upTo: Float64Array;
  private readonly total: number;

  /** @param weightOf gives each item's weight, by its rank (0 is the commonest) */
  constructor(
    private readonly items: readonly T[],
    weightOf: (item: T, rank: number) => number,
  ) {
    this.upTo = new Float64Array(items.length);
    let sum = 0;
    items.forEach((item, rank) => {
      sum += weightOf(item, rank);
      this.upTo[rank] = sum;
    });
    this.total = sum;
  }

  pick(random: Random): T {
    const aim = random.float() * this.total;
    let low = 0;
    let high = this.items.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.upTo[middle] as number) > aim) high = middle;
      else low = middle + 1;
    }
    return this.items[low] as T;
  }
}

/** Zipf's law for given names: the n-th commonest is borne 1/n as often as the first, nearly. */
export function steep(_item: unknown, rank: number): number {
  return 1 / (rank + 1.6);
}

/**
 * A flatter law for family names, (rank + 5) to the power -3/4. Written with square roots, which
 * every machine rounds alike, since Math.pow may differ in the last bit.
 */
export function flat(_item: unknown, rank: number): number {
  const root = Math.sqrt(rank + 5);
  return 1 / (root * Math.sqrt(root));
}
