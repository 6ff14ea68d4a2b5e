import { MOST_ARABIC, MOST_LATIN } from '../src/sound-units.js';
import type { TrainingPair } from './pairs.js';

/** Every way to cut one pair into units: arcs of a lattice, in an order that forward sums can follow. */
interface Lattice {
  readonly units: Int32Array;
  /** Cells (row * columns + column) that an arc leaves and reaches. */
  readonly from: Int16Array;
  readonly to: Int16Array;
  readonly cells: number;
}

/** Units met so far, `arabic|latin`, numbered. */
export class UnitTable {
  readonly names: string[] = [];
  private readonly ids = new Map<string, number>();

  idOf(name: string): number {
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    this.ids.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

/** A unit takes letters from at least one side; letters of one side alone come one by one. */
function isUnit(arabic: number, latin: number): boolean {
  if (arabic === 0) return latin === 1;
  if (latin === 0) return arabic === 1;
  return !(arabic === 2 && latin === 3);
}

export function latticeOf({ arabic, latin }: TrainingPair, table: UnitTable): Lattice {
  const columns = latin.length + 1;
  const units: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (let i = 0; i <= arabic.length; i += 1) {
    for (let j = 0; j <= latin.length; j += 1) {
      for (let m = 0; m <= MOST_ARABIC && i + m <= arabic.length; m += 1) {
        for (let n = 0; n <= MOST_LATIN && j + n <= latin.length; n += 1) {
          if (!isUnit(m, n)) continue;
          units.push(table.idOf(`${arabic.slice(i, i + m)}|${latin.slice(j, j + n)}`));
          from.push(i * columns + j);
          to.push((i + m) * columns + j + n);
        }
      }
    }
  }
  const cells = (arabic.length + 1) * columns;
  return {
    units: Int32Array.from(units),
    from: Int16Array.from(from),
    to: Int16Array.from(to),
    cells,
  };
}

/**
 * One pass of expectation: adds each arc's posterior times `weight` to `counts`.
 * @returns log2 of the pair's probability, -Infinity where no cut of it has any
 */
export function expect(
  lattice: Lattice,
  weight: number,
  shares: Float64Array,
  counts: Float64Array,
): number {
  const { units, from, to, cells } = lattice;
  const forward = new Float64Array(cells);
  const backward = new Float64Array(cells);
  forward[0] = 1;
  backward[cells - 1] = 1;
  const at = (values: Float64Array | Int32Array | Int16Array, index: number) => values[index] ?? 0;
  const share = (arc: number) => at(shares, at(units, arc));
  for (let arc = 0; arc < units.length; arc += 1) {
    forward[at(to, arc)] = at(forward, at(to, arc)) + at(forward, at(from, arc)) * share(arc);
  }
  const total = at(forward, cells - 1);
  if (total <= 0) return -Infinity;
  for (let arc = units.length - 1; arc >= 0; arc -= 1) {
    const start = at(from, arc);
    const through = at(backward, at(to, arc)) * share(arc);
    backward[start] = at(backward, start) + through;
    const unit = at(units, arc);
    counts[unit] = at(counts, unit) + (weight * at(forward, start) * through) / total;
  }
  return Math.log2(total);
}

export interface EmOptions {
  readonly rounds: number;
  /** Expected count taken off every unit each round: what is seen once is chance. */
  readonly discount: number;
  /** Round after which doubtful pairs are judged, and the bits a letter that they may cost at most. */
  readonly judgeAfter: number;
  readonly mostBitsALetter: number;
}

/**
 * Joint-sequence model by expectation maximisation (Bisani and Ney, 2008), unigrams of units.
 * @returns share of each unit that has any, by its name, and the pairs that were not dropped
 */
export function trainUnits(
  pairs: readonly TrainingPair[],
  options: EmOptions,
): { shares: Map<string, number>; kept: TrainingPair[] } {
  const table = new UnitTable();
  const lattices = pairs.map((pair) => latticeOf(pair, table));
  const weights = pairs.map(({ weight }) => weight);
  let shares = firstShares(table);
  for (let round = 1; round <= options.rounds; round += 1) {
    const counts = new Float64Array(shares.length);
    pairs.forEach((pair, at) => {
      const lattice = lattices[at];
      if (lattice === undefined) return;
      const bits = -expect(lattice, weights[at] ?? 0, shares, counts);
      const letters = pair.arabic.length + pair.latin.length;
      const unlikely = bits / letters > options.mostBitsALetter;
      if (round === options.judgeAfter && pair.doubtful && unlikely) weights[at] = 0;
    });
    shares = toShares(counts, round === 1 ? 0 : options.discount, table.names);
  }
  return {
    shares: new Map(table.names.map((name, id): [string, number] => [name, shares[id] ?? 0])),
    kept: pairs.filter((_, at) => weights[at] !== 0),
  };
}

/** At first, long units are unlikely and letters of one side alone more so. */
function firstShares(table: UnitTable): Float64Array {
  const raw = Float64Array.from(table.names, (name) => {
    const [arabic = '', latin = ''] = name.split('|');
    return 0.02 ** (arabic.length + latin.length) * (arabic === '' || latin === '' ? 0.2 : 1);
  });
  return normalised(raw);
}

function toShares(counts: Float64Array, discount: number, names: readonly string[]): Float64Array {
  const kept = counts.map((count, id) => {
    const name = names[id] ?? '';
    const single = name.startsWith('|') || name.endsWith('|');
    return single ? count + 0.5 : Math.max(0, count - discount);
  });
  return normalised(kept);
}

function normalised(values: Float64Array): Float64Array {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}
