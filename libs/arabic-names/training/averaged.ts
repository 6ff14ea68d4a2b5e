/** Numbers that a training moves. */
export type Moving = Float32Array | Float64Array;

/**
 * The mean of weights over the steps of a training, which generalises better than its last step (Polyak and
 * Juditsky 1992), drawn towards what they were before it.
 */
export class Averaged {
  private readonly before: readonly Float64Array[];
  private readonly sums: readonly Float64Array[];
  private steps = 0;

  constructor(private readonly values: readonly Moving[]) {
    this.before = values.map((each) => Float64Array.from(each));
    this.sums = values.map(({ length }) => new Float64Array(length));
  }

  /** Adds the weights as they are. */
  note(): void {
    this.steps += 1;
    this.values.forEach((each, of) => {
      const sum = this.sums[of];
      if (sum === undefined) return;
      for (let at = 0; at < each.length; at += 1) sum[at] = (sum[at] ?? 0) + (each[at] ?? 0);
    });
  }

  /** Sets the weights to their mean. @param back share of the way back to what they were before, in [0, 1] */
  settle(back: number): void {
    if (this.steps === 0) return;
    this.values.forEach((each, of) => {
      const [before, sum] = [this.before[of], this.sums[of]];
      for (let at = 0; at < each.length; at += 1) {
        const mean = (sum?.[at] ?? 0) / this.steps;
        each[at] = (1 - back) * mean + back * (before?.[at] ?? 0);
      }
    });
  }
}
