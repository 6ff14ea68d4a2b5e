/** Worths are told apart by sixteenths of a bit, up to this many. */
const STEPS = 4096;

function stepOf(worth: number): number {
  return Math.min(STEPS - 1, Math.floor(worth * 16));
}

/** What records are worth to one query after another: sums by slot, kept in arrays that are used again. */
export class Worths {
  private sums = new Float64Array(0);
  /** Number of the feature that a slot was last weighed for: a feature counts once. */
  private weighed = new Int32Array(0);
  private features = 0;
  private slots: number[] = [];

  /** Begins a query over so many slots. */
  begin(slots: number): void {
    for (const slot of this.slots) this.sums[slot] = 0;
    this.slots = [];
    if (this.sums.length >= slots) return;
    this.sums = new Float64Array(slots * 2);
    this.weighed = new Int32Array(slots * 2);
    this.features = 0;
  }

  /** Begins the next feature of the query. */
  nextFeature(): void {
    this.features += 1;
    if (this.features < 2 ** 31 - 1) return;
    this.weighed.fill(0);
    this.features = 1;
  }

  /** Adds what the feature is worth to slots that it was not added to yet. */
  add(slots: readonly number[], worth: number): void {
    const { sums, weighed, features } = this;
    for (const slot of slots) {
      if (weighed[slot] === features) continue;
      weighed[slot] = features;
      if (sums[slot] === 0) this.slots.push(slot);
      sums[slot] = (sums[slot] ?? 0) + worth;
    }
  }

  of(slot: number): number {
    return this.sums[slot] ?? 0;
  }

  /**
   * The `most` slots that are worth most, and those that are worth about as much as the last of them;
   * in no order.
   */
  best(most: number): number[] {
    if (this.slots.length <= most) return this.slots;
    const counts = new Int32Array(STEPS);
    for (const slot of this.slots) {
      const step = stepOf(this.of(slot));
      counts[step] = (counts[step] ?? 0) + 1;
    }
    let least = STEPS;
    for (let count = 0; count < most && least > 0; count += counts[least] ?? 0) least -= 1;
    return this.slots.filter((slot) => stepOf(this.of(slot)) >= least);
  }
}
