/** Estimates are sorted into steps of 2 to this power hundredths of a bit, from the least up to so many steps. */
const STEP_BITS = 4;
const STEPS = 1024;
const LEAST = -2048;

/** @param estimate a whole number of hundredths of a bit */
function stepOf(estimate: number): number {
  const step = (estimate - LEAST) >> STEP_BITS;
  if (step < 0) return 0;
  return step < STEPS ? step : STEPS - 1;
}

/** Estimates of many records, sorted roughly: to find the best of them without putting all in order. */
export class Steps {
  private readonly counts = new Int32Array(STEPS);
  /** By place of the record the step of its estimate. */
  private places = new Int16Array(64);

  /** @param count of records that will be put */
  begin(count: number): void {
    this.counts.fill(0);
    if (this.places.length < count) this.places = new Int16Array(2 * count);
  }

  put(place: number, estimate: number): void {
    const step = stepOf(estimate);
    this.places[place] = step;
    this.counts[step] = (this.counts[step] ?? 0) + 1;
  }

  at(place: number): number {
    return this.places[place] ?? 0;
  }

  /** The lowest step of the `most` best, and how many are above it; no more than `most`. */
  leastOfBest(most: number): { step: number; above: number } {
    const { counts } = this;
    let step = STEPS - 1;
    let above = 0;
    while (step > 0 && above + (counts[step] ?? 0) <= most) above += counts[step--] ?? 0;
    return { step, above };
  }
}
