import { packRising } from '../../src/packed.js';
import { EDGE, STEPS, type PackedNgrams } from '../../src/suggestions/unit-ngrams.js';
import { packBytes } from './pack-bytes.js';
import type { CutWord } from './tilts.js';

/** One n-gram, a sign a unit, and the probability of its last unit after the others. */
interface Ngram {
  readonly units: string;
  readonly probability: number;
}

/** Counts by n-gram, written as a string of one sign a unit. */
type Counts = Map<string, number>;

export interface NgramOptions {
  readonly order: number;
  /** Taken off every count, or this share of it where it is below one. */
  readonly discount: number;
  /** N-grams that change the mean likelihood by less than this are left out, in nats a unit. */
  readonly least: number;
}

const signOf = (unit: number) => String.fromCharCode(unit + 1);
const unitOf = (sign: string) => sign.charCodeAt(0) - 1;
/** Both ends of a word are the same unit. */
const EDGE_SIGN = signOf(EDGE);

function add(counts: Counts, key: string, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount);
}

/** Weighted counts of all n-grams up to the greatest order, by length. */
function countAll(sequences: readonly CutWord[], order: number): Counts[] {
  const counts: Counts[] = Array.from({ length: order + 1 }, () => new Map<string, number>());
  for (const { units, weight } of sequences) {
    const text = `${EDGE_SIGN}${units.map(signOf).join('')}${EDGE_SIGN}`;
    for (let end = 2; end <= text.length; end += 1) {
      for (let size = 1; size <= Math.min(order, end); size += 1) {
        add(counts[size] ?? new Map(), text.slice(end - size, end), weight);
      }
    }
  }
  return counts;
}

/**
 * Counts of shorter n-grams by how many different units stand before them, which is what one
 * falls back on them for (Kneser and Ney 1995); those at the start of a word keep their own.
 */
function continuations(raw: readonly Counts[], order: number): Counts[] {
  return raw.map((counts, size) => {
    if (size === order || size === 0) return counts;
    const kinds: Counts = new Map();
    for (const key of (raw[size + 1] ?? new Map<string, number>()).keys())
      add(kinds, key.slice(1), 1);
    for (const [key, count] of counts) if (key.startsWith(EDGE_SIGN)) kinds.set(key, count);
    return kinds;
  });
}

/** What is known of a context: sum of its counts, and the share of it that falls to shorter ones. */
interface Context {
  total: number;
  spared: number;
}

function contextsOf(counts: readonly Counts[], discount: number): Map<string, Context> {
  const contexts = new Map<string, Context>();
  for (const level of counts.slice(1)) {
    for (const [key, count] of level) {
      const context = contexts.get(key.slice(0, -1)) ?? { total: 0, spared: 0 };
      context.total += count;
      context.spared += discount * Math.min(1, count);
      contexts.set(key.slice(0, -1), context);
    }
  }
  return contexts;
}

/** Probabilities of n-grams, interpolated with those of shorter ones. */
export class NgramModel {
  private readonly counts: readonly Counts[];
  private readonly raw: readonly Counts[];
  private readonly contexts: ReadonlyMap<string, Context>;
  private readonly known = new Map<string, number>();

  constructor(
    sequences: readonly CutWord[],
    private readonly kinds: number,
    private readonly options: NgramOptions,
  ) {
    this.raw = countAll(sequences, options.order);
    this.counts = continuations(this.raw, options.order);
    this.contexts = contextsOf(this.counts, options.discount);
  }

  probability(key: string): number {
    if (key === '') return 1 / this.kinds;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const context = this.contexts.get(key.slice(0, -1));
    const shorter = this.probability(key.length === 1 ? '' : key.slice(1));
    if (context === undefined) return shorter;
    const count = this.counts[key.length]?.get(key) ?? 0;
    const own = count - this.options.discount * Math.min(1, count);
    const probability = (own + context.spared * shorter) / context.total;
    this.known.set(key, probability);
    return probability;
  }

  /**
   * The n-grams worth keeping, with all that their contexts and their shorter ends need; by length, each sorted.
   * The shorter ones are chosen first, so that a longer one is held against what is kept of them.
   */
  kept(): Ngram[][] {
    const kept = new Set(this.raw[1]?.keys());
    const all = [...(this.raw[1]?.values() ?? [])].reduce((sum, count) => sum + count, 0);
    for (let size = 2; size <= this.options.order; size += 1) {
      for (const [key, count] of this.raw[size] ?? []) {
        const shorter = this.probabilityAmong(kept, key.slice(1));
        const gain = (count / all) * Math.log(this.probability(key) / shorter);
        if (Math.abs(gain) >= this.options.least) this.keep(key, kept);
      }
    }
    return Array.from({ length: this.options.order }, (_, place) =>
      [...kept]
        .filter((key) => key.length === place + 1)
        .sort((a, b) => (a < b ? -1 : 1))
        .map((units) => ({ units, probability: this.probability(units) })),
    );
  }

  /** Probability of an n-gram by the longest end of it that is kept. */
  private probabilityAmong(kept: ReadonlySet<string>, key: string): number {
    return key.length === 1 || kept.has(key)
      ? this.probability(key)
      : this.probabilityAmong(kept, key.slice(1));
  }

  private keep(key: string, kept: Set<string>): void {
    if (key === '' || kept.has(key)) return;
    kept.add(key);
    this.keep(key.slice(0, -1), kept);
    this.keep(key.slice(1), kept);
  }
}

/** N-grams of all lengths as the library reads them. */
export function packNgrams(levels: readonly (readonly Ngram[])[], kinds: number): PackedNgrams[] {
  let places = new Map([['', 0]]);
  return levels.map((level) => {
    const rows = level
      .map(({ units, probability }) => {
        const parent = places.get(units.slice(0, -1)) ?? 0;
        return { units, probability, place: parent * kinds + unitOf(units.slice(-1)) };
      })
      .sort((a, b) => a.place - b.place);
    places = new Map(rows.map(({ units }, number) => [units, number]));
    return {
      places: packRising(rows.map(({ place }) => place)),
      bits: packBytes(
        rows.map(({ probability }) => -Math.log(probability)),
        STEPS,
      ),
    };
  });
}
