/** How far weights may go, and how fast they start. */
export interface StepOptions {
  /** Added to the sum of squares, so that the first steps are not too long. */
  readonly start: number;
  /** Pull towards nothing each time a weight moves. */
  readonly shrink: number;
  /** Greatest value. */
  readonly most: number;
}

/** Moves weights by gradients gathered for an example (AdaGrad: Duchi, Hazan and Singer 2011). */
export class Steps {
  private readonly squares: Float32Array;
  private readonly pulls: Float32Array;
  private readonly touched: number[] = [];

  constructor(
    private readonly values: Float32Array | Float64Array,
    private readonly options: StepOptions,
  ) {
    this.squares = new Float32Array(values.length);
    this.pulls = new Float32Array(values.length);
  }

  /** Adds to the gradient of one weight. */
  pull(at: number, gradient: number): void {
    const before = this.pulls[at] ?? 0;
    if (before === 0) this.touched.push(at);
    this.pulls[at] = before + gradient;
  }

  /** Moves all weights that were pulled since. */
  take(rate: number): void {
    const { start, shrink, most } = this.options;
    for (const at of this.touched) {
      const value = this.values[at] ?? 0;
      const gradient = (this.pulls[at] ?? 0) - shrink * value;
      const squares = (this.squares[at] ?? 0) + gradient * gradient;
      this.pulls[at] = 0;
      this.squares[at] = squares;
      this.values[at] = Math.min(most, value + (rate * gradient) / Math.sqrt(start + squares));
    }
    this.touched.length = 0;
  }
}
