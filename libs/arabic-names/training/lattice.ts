import {
  CONTEXTS,
  LETTER_CODES,
  MOST_ARABIC,
  MOST_LATIN,
  type CodedWord,
  type SoundUnits,
} from '../src/sound-units.js';

/** What a model's weights multiply the ways by that have them: their exponentials, as training changes them. */
export interface Factors {
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
  fill(arabic: CodedWord, latin: CodedWord, factors: Factors): number {
    this.arcs = 0;
    this.cells = (arabic.length + 1) * (latin.length + 1);
    this.forward.fill(0, 0, this.cells);
    this.forward[0] = 1;
    // Arcs lead on only: what has reached a cell when its turn comes is all that does.
    for (let i = 0; i <= arabic.length; i += 1) {
      for (let j = 0; j <= latin.length; j += 1) this.leave(arabic, latin, i, j, factors);
    }
    this.total = this.forward[this.cells - 1] ?? 0;
    return this.total > 0 ? Math.log(this.total) : -80;
  }

  /** Adds the arcs that leave one cell, and what they bring to others. */
  private leave(
    arabic: CodedWord,
    latin: CodedWord,
    i: number,
    j: number,
    { units, unit, context }: Factors,
  ): void {
    const width = latin.length + 1;
    const reached = this.forward[i * width + j] ?? 0;
    if (reached === 0) return;
    for (let m = 0; m <= MOST_ARABIC && i + m <= arabic.length; m += 1) {
      const row = arabic.pieces[i * (MOST_ARABIC + 1) + m] ?? -1;
      if (row < 0) continue;
      for (let n = m === 0 ? 1 : 0; n <= MOST_LATIN && j + n <= latin.length; n += 1) {
        const column = latin.pieces[j * (MOST_LATIN + 1) + n] ?? -1;
        const id = column < 0 ? -1 : (units.ids[row * units.columns.size + column] ?? -1);
        if (id < 0) continue;
        const to = (i + m) * width + j + n;
        this.unit[this.arcs] = id;
        this.from[this.arcs] = i * width + j;
        this.to[this.arcs] = to;
        this.note(0, arabic, i, m);
        this.note(2, latin, j, n);
        const weight = this.weigh(this.arcs, unit[id] ?? 0, context);
        this.forward[to] = (this.forward[to] ?? 0) + reached * weight;
        this.arcs += 1;
      }
    }
  }

  /** Notes the letters before and after a piece of a word. */
  private note(side: number, { letters }: CodedWord, at: number, size: number): void {
    this.contexts[4 * this.arcs + side] = letters[at] ?? 0;
    this.contexts[4 * this.arcs + side + 1] = letters[at + size + 1] ?? 0;
  }

  /** Turns an arc's letters into places in the contexts. @returns the product of all its factors */
  private weigh(arc: number, factor: number, context: Float32Array): number {
    const first = (this.unit[arc] ?? 0) * CONTEXTS;
    let weight = factor;
    for (let side = 0; side < 4; side += 1) {
      const place = first + side * LETTER_CODES + (this.contexts[4 * arc + side] ?? 0);
      this.contexts[4 * arc + side] = place;
      weight *= context[place] ?? 1;
    }
    this.weight[arc] = weight;
    return weight;
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
