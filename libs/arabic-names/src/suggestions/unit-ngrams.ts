import { unpackRising } from '../packed.js';
import { unpackBytes } from './packed-bytes.js';

/** Steps of a probability's byte in one nat. */
export const STEPS = 16;
/** The same of a tilt, and the least one. */
export const TILT_STEPS = 20;
export const LEAST_TILT = -6;
const MOST_PROBABILITY = 0.9999;

/** How the n-grams of units are kept: by length, the longest last. */
export interface PackedNgrams {
  /** `parent * units + unit`, rising; `parent` is the place of the n-gram without its last unit among those one shorter. */
  readonly places: string;
  /** Minus the logarithm of each one's probability, in steps of 1/16, a byte each. */
  readonly bits: string;
}

/** The state at the start of a word, and the unit that ends it: the first unit is the start and the end. */
export const EDGE = 0;

/** Probabilities of units after the units before them; what was not seen falls back on shorter contexts (Katz 1987). */
export class UnitNgrams {
  /** State in which a word begins. */
  readonly start: number;
  private readonly parents: Int32Array;
  private readonly last: Int32Array;
  private readonly chances: Float32Array;
  /** The n-gram without its first unit, which is fallen back on. */
  private readonly shorter: Int32Array;
  /** Share that what follows otherwise gets of the shorter context's. */
  private readonly backOff: Float32Array;
  private readonly hasNext: Uint8Array;
  private readonly table: Int32Array;
  private readonly mask: number;

  constructor(
    levels: readonly PackedNgrams[],
    private readonly kinds: number,
  ) {
    const places = levels.map((level) => unpackRising(level.places));
    const size = 1 + places.reduce((sum, { length }) => sum + length, 0);
    this.parents = new Int32Array(size);
    this.last = new Int32Array(size).fill(-1);
    this.chances = new Float32Array(size);
    this.shorter = new Int32Array(size);
    this.backOff = new Float32Array(size).fill(1);
    this.hasNext = new Uint8Array(size);
    this.mask = 2 ** Math.ceil(Math.log2(2 * size)) - 1;
    this.table = new Int32Array(this.mask + 1);
    this.hasNext[0] = 1;
    this.read(levels, places);
    this.weighBackOffs();
    this.start = this.child(0, EDGE);
  }

  private read(levels: readonly PackedNgrams[], places: readonly Uint32Array[]): void {
    let before = 0;
    let at = 1;
    levels.forEach(({ bits }, level) => {
      const logs = unpackBytes(bits, STEPS);
      const first = at;
      places[level]?.forEach((place, number) => {
        this.parents[at] = before + Math.floor(place / this.kinds);
        this.last[at] = place % this.kinds;
        this.chances[at] = Math.min(MOST_PROBABILITY, Math.exp(-(logs[number] ?? 0)));
        this.hasNext[this.parents[at] ?? 0] = 1;
        this.enter(at);
        at += 1;
      });
      before = first;
    });
    for (let ngram = 1; ngram < at; ngram += 1) {
      const parent = this.parents[ngram] ?? 0;
      if (parent === 0) continue;
      this.shorter[ngram] = this.child(this.shorter[parent] ?? 0, this.last[ngram] ?? 0);
    }
  }

  private weighBackOffs(): void {
    const { length } = this.parents;
    const own = new Float64Array(length);
    const fallen = new Float64Array(length);
    for (let ngram = 1; ngram < length; ngram += 1) {
      const parent = this.parents[ngram] ?? 0;
      own[parent] = (own[parent] ?? 0) + (this.chances[ngram] ?? 0);
      if (parent === 0) continue;
      fallen[parent] = (fallen[parent] ?? 0) + (this.chances[this.shorter[ngram] ?? 0] ?? 0);
    }
    for (let ngram = 1; ngram < length; ngram += 1) {
      const left = Math.max(1e-3, 1 - (own[ngram] ?? 0));
      this.backOff[ngram] = Math.min(1, left / Math.max(1e-3, 1 - (fallen[ngram] ?? 0)));
    }
  }

  private hash(context: number, unit: number): number {
    return (Math.imul(context, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 5;
  }

  private enter(ngram: number): void {
    let slot = this.hash(this.parents[ngram] ?? 0, this.last[ngram] ?? 0) & this.mask;
    while (this.table[slot] !== 0) slot = (slot + 1) & this.mask;
    this.table[slot] = ngram;
  }

  /** Number of the n-gram of a context and a unit; 0 where it was not kept. */
  private child(context: number, unit: number): number {
    let slot = this.hash(context, unit) & this.mask;
    for (;;) {
      const ngram = this.table[slot] ?? 0;
      if (ngram === 0) return 0;
      if (this.parents[ngram] === context && this.last[ngram] === unit) return ngram;
      slot = (slot + 1) & this.mask;
    }
  }

  /** Probability of a unit in a state. */
  chance(state: number, unit: number): number {
    let share = 1;
    for (let context = state; ; context = this.shorter[context] ?? 0) {
      const ngram = this.child(context, unit);
      if (ngram !== 0) return share * (this.chances[ngram] ?? 0);
      if (context === 0) return 0;
      share *= this.backOff[context] ?? 1;
    }
  }

  /** The state after a unit in a state. */
  next(state: number, unit: number): number {
    let context = state;
    let ngram = this.child(context, unit);
    while (ngram === 0 && context !== 0) {
      context = this.shorter[context] ?? 0;
      ngram = this.child(context, unit);
    }
    while (ngram !== 0 && this.hasNext[ngram] === 0) ngram = this.shorter[ngram] ?? 0;
    return ngram;
  }
}
