import type { Moving } from './averaged.js';

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

  /** @param factors exponentials of the values, kept in step with them; null where none are wanted */
  constructor(
    private readonly values: Moving,
    private readonly options: StepOptions,
    private readonly factors: Moving | null = null,
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
      const moved = Math.min(most, value + (rate * gradient) / Math.sqrt(start + squares));
      this.values[at] = moved;
      if (this.factors !== null) this.factors[at] = Math.exp(moved);
    }
    this.touched.length = 0;
  }
}
