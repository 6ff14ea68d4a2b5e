/** How much of the mean gradient and of the mean square is kept at each step, as the authors have them. */
const KEPT = { gradient: 0.9, square: 0.999 } as const;
const LEAST = 1e-8;

/** Moves weights along gradients that are gathered for some examples (Adam: Kingma and Ba 2015). */
export class Adam {
  /** The gradients since the last step: to be added to. */
  readonly gradients: Float32Array;
  private readonly means: Float32Array;
  private readonly squares: Float32Array;
  private steps = 0;

  constructor(private readonly values: Float32Array) {
    this.gradients = new Float32Array(values.length);
    this.means = new Float32Array(values.length);
    this.squares = new Float32Array(values.length);
  }

  /** Moves all weights up their gradients, and forgets these. */
  step(rate: number): void {
    this.steps += 1;
    const size = rate / (1 - KEPT.gradient ** this.steps);
    const square = 1 / (1 - KEPT.square ** this.steps);
    for (let at = 0; at < this.values.length; at += 1) {
      const gradient = this.gradients[at] as number;
      const mean = KEPT.gradient * (this.means[at] as number) + (1 - KEPT.gradient) * gradient;
      const squares =
        KEPT.square * (this.squares[at] as number) + (1 - KEPT.square) * gradient * gradient;
      this.means[at] = mean;
      this.squares[at] = squares;
      this.values[at] =
        (this.values[at] as number) + (size * mean) / (Math.sqrt(squares * square) + LEAST);
      this.gradients[at] = 0;
    }
  }
}
