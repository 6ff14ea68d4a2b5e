import { unpackRising, unpackWeights } from './packed.js';
import { CONTEXTS } from './sound-units.js';

/** Most weights are 0; the others are kept in so many steps, since a table of numbers would not fit a cache. */
const MOST_LEVELS = 256;

/** What the letters beside a unit make of it: a factor for each unit and place of `CONTEXTS`. */
export class ContextFactors {
  /** Level of each factor: level 0 is 1. */
  private readonly levels: Uint8Array;
  private readonly factors: Float32Array;

  /**
   * @param places `unit * CONTEXTS + place` of all weights that are not 0, as `packRising` wrote them
   * @param weights their natural logarithms, as `packWeights` wrote them
   */
  constructor(units: number, places: string, weights: string) {
    const values = unpackWeights(weights);
    let greatest = 1e-3;
    for (const weight of values) greatest = Math.max(greatest, Math.abs(weight));
    const step = (2 * greatest) / (MOST_LEVELS - 2);
    this.levels = new Uint8Array(units * CONTEXTS);
    const all = unpackRising(places);
    for (let at = 0; at < all.length; at += 1) {
      this.levels[all[at] ?? 0] = 1 + Math.round(((values[at] ?? 0) + greatest) / step);
    }
    this.factors = Float32Array.from({ length: MOST_LEVELS }, (_, level) =>
      level === 0 ? 1 : Math.exp((level - 1) * step - greatest),
    );
  }

  /** Factor of a unit for a letter beside it: `place` as in `CONTEXTS`. */
  of(unit: number, place: number): number {
    return this.factors[this.levels[unit * CONTEXTS + place] ?? 0] ?? 1;
  }
}
