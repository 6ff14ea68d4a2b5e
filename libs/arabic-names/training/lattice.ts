import {
  CONTEXTS,
  LETTER_CODES,
  MOST_ARABIC,
  MOST_LATIN,
  type CodedWord,
  type SoundUnits,
} from '../src/sound-units.js';

/** Natural logarithms of a model's weights, as training changes them. */
export interface LogWeights {
  readonly units: SoundUnits;
  readonly unit: Float64Array;
  /** By unit and letter beside it: `unit * CONTEXTS + side * LETTER_CODES + letter`. */
  readonly context: Float32Array;
}

const MOST_CELLS = 23 * 23;
const MOST_ARCS = MOST_CELLS * 11;

/** All ways to cut one pair into units, with what each weighs; filled anew for each pair. */
export class Lattice {
  arcs = 0;
  cells = 0;
  total = 0;
  readonly unit = new Int32Array(MOST_ARCS);
  /** Four places in the contexts for each arc. */
  readonly contexts = new Int32Array(4 * MOST_ARCS);
  private readonly from = new Int16Array(MOST_ARCS);
  private readonly to = new Int16Array(MOST_ARCS);
  private readonly weight = new Float64Array(MOST_ARCS);
  private readonly forward = new Float64Array(MOST_CELLS);
  private readonly backward = new Float64Array(MOST_CELLS);
  /** Probability of each arc among all ways, after `judge`. */
  readonly posterior = new Float64Array(MOST_ARCS);

  /** Sums all ways. @returns the logarithm of the sum; -80 where there is no way */
  fill(arabic: CodedWord, latin: CodedWord, weights: LogWeights): number {
    this.arcs = 0;
    this.cells = (arabic.length + 1) * (latin.length + 1);
    for (let i = 0; i <= arabic.length; i += 1) {
      for (let j = 0; j <= latin.length; j += 1) this.leave(arabic, latin, i, j, weights);
    }
    this.forward.fill(0, 0, this.cells);
    this.forward[0] = 1;
    for (let arc = 0; arc < this.arcs; arc += 1) {
      const to = this.to[arc] ?? 0;
      const through = (this.forward[this.from[arc] ?? 0] ?? 0) * (this.weight[arc] ?? 0);
      this.forward[to] = (this.forward[to] ?? 0) + through;
    }
    this.total = this.forward[this.cells - 1] ?? 0;
    return this.total > 0 ? Math.log(this.total) : -80;
  }

  /** Adds the arcs that leave one cell. */
  private leave(
    arabic: CodedWord,
    latin: CodedWord,
    i: number,
    j: number,
    { units, unit, context }: LogWeights,
  ): void {
    for (let m = 0; m <= MOST_ARABIC && i + m <= arabic.length; m += 1) {
      const row = arabic.pieces[i * (MOST_ARABIC + 1) + m] ?? -1;
      if (row < 0) continue;
      for (let n = m === 0 ? 1 : 0; n <= MOST_LATIN && j + n <= latin.length; n += 1) {
        const column = latin.pieces[j * (MOST_LATIN + 1) + n] ?? -1;
        const id = column < 0 ? -1 : (units.ids[row * units.columns.size + column] ?? -1);
        if (id < 0) continue;
        this.unit[this.arcs] = id;
        this.from[this.arcs] = i * (latin.length + 1) + j;
        this.to[this.arcs] = (i + m) * (latin.length + 1) + j + n;
        this.note(0, arabic, i, m);
        this.note(2, latin, j, n);
        this.weigh(this.arcs, unit[id] ?? 0, context);
        this.arcs += 1;
      }
    }
  }

  /** Notes the letters before and after a piece of a word. */
  private note(side: number, { letters }: CodedWord, at: number, size: number): void {
    this.contexts[4 * this.arcs + side] = letters[at] ?? 0;
    this.contexts[4 * this.arcs + side + 1] = letters[at + size + 1] ?? 0;
  }

  /** Turns an arc's letters into places in the contexts, and adds up what it weighs. */
  private weigh(arc: number, log: number, context: Float32Array): void {
    const first = (this.unit[arc] ?? 0) * CONTEXTS;
    let sum = log;
    for (let side = 0; side < 4; side += 1) {
      const place = first + side * LETTER_CODES + (this.contexts[4 * arc + side] ?? 0);
      this.contexts[4 * arc + side] = place;
      sum += context[place] ?? 0;
    }
    this.weight[arc] = Math.exp(sum);
  }

  /** Finds each arc's probability, after `fill`. */
  judge(): void {
    this.backward.fill(0, 0, this.cells);
    this.backward[this.cells - 1] = 1;
    for (let arc = this.arcs - 1; arc >= 0; arc -= 1) {
      const from = this.from[arc] ?? 0;
      const through = (this.backward[this.to[arc] ?? 0] ?? 0) * (this.weight[arc] ?? 0);
      this.backward[from] = (this.backward[from] ?? 0) + through;
      this.posterior[arc] = ((this.forward[from] ?? 0) * through) / this.total;
    }
  }
}
