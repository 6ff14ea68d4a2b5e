import { frequencyKeyOf, type NameFrequencies, type ParsedName } from '@athar/arabic-names';
import type { Shares } from './shares.js';

/**
 * Groups of names that go together (of a community, a region, a generation), learned from names at hand and without
 * words for what they are.
 */
export interface Milieus {
  /** Share of the names that belong to each group. */
  readonly weights: Float64Array;
  /** By key of a word: how many times as often it occurs in each group as in all. */
  readonly ratios: ReadonlyMap<string, Float32Array>;
}

/** A snapshot of frequencies that knows which names go together. */
export interface PersonFrequencies extends NameFrequencies {
  readonly milieus?: Milieus;
  readonly shares?: Shares;
  /** Pairs of full namesakes in both lists for one true pair; as usual where not given. */
  readonly namesakes?: number;
}

/** Groups that are looked for. A community that is a hundredth of all is found; more groups find no more. */
const GROUPS = 8;
/** With fewer names nothing can be said of which go together; more than so many teach nothing new. */
const LEAST_NAMES = 2000;
const MOST_NAMES = 30_000;
const ROUNDS = 20;
/** Occurrences in which a word is taken to be as common in every group as in all. */
const SMOOTHING = 8;

/** Numbers that look drawn by chance and are the same every time, from -1/2 to 1/2. */
function scattered(place: number): number {
  return (Math.imul(place + 1, 0x9e3779b1) >>> 0) / 2 ** 32 - 0.5;
}

/** A mixture of groups, each with words of its own: naive Bayes without labels, by expectation and maximisation. */
class Mixture {
  readonly weights = new Float64Array(GROUPS).fill(1 / GROUPS);
  readonly ratios: Float32Array;
  private readonly seen: Float64Array;
  private readonly posterior = new Float64Array(GROUPS);

  constructor(
    private readonly names: readonly (readonly number[])[],
    private readonly words: number,
  ) {
    this.seen = new Float64Array(words);
    for (const name of names) for (const word of name) this.seen[word] = (this.seen[word] ?? 0) + 1;
    this.ratios = Float32Array.from({ length: words * GROUPS }, (_, at) => Math.exp(scattered(at)));
  }

  round(): void {
    const counts = new Float64Array(this.words * GROUPS);
    const members = new Float64Array(GROUPS);
    const mass = new Float64Array(GROUPS);
    for (const name of this.names) {
      this.assign(name);
      for (let group = 0; group < GROUPS; group += 1) {
        const share = this.posterior[group] ?? 0;
        members[group] = (members[group] ?? 0) + share;
        mass[group] = (mass[group] ?? 0) + share * name.length;
        for (const word of name) {
          const cell = word * GROUPS + group;
          counts[cell] = (counts[cell] ?? 0) + share;
        }
      }
    }
    this.learn(counts, members, mass);
  }

  /** To which group a name belongs, as shares. */
  private assign(name: readonly number[]): void {
    const { posterior, weights, ratios } = this;
    let sum = 0;
    for (let group = 0; group < GROUPS; group += 1) {
      let likely = weights[group] ?? 0;
      for (const word of name) likely *= ratios[word * GROUPS + group] ?? 1;
      posterior[group] = likely;
      sum += likely;
    }
    for (let group = 0; group < GROUPS; group += 1)
      posterior[group] = (posterior[group] ?? 0) / sum;
  }

  private learn(counts: Float64Array, members: Float64Array, mass: Float64Array): void {
    const all = mass.reduce((sum, each) => sum + each, 0);
    for (let group = 0; group < GROUPS; group += 1) {
      this.weights[group] = (members[group] ?? 0) / this.names.length;
      const share = Math.max(1e-9, (mass[group] ?? 0) / all);
      for (let word = 0; word < this.words; word += 1) {
        const cell = word * GROUPS + group;
        const smoothed = (counts[cell] ?? 0) + SMOOTHING * share;
        this.ratios[cell] = smoothed / ((this.seen[word] ?? 0) + SMOOTHING) / share;
      }
    }
  }
}

/** Reads names one after another, and learns which go together. The same names give the same groups. */
export class MilieuNames {
  private readonly numbers = new Map<string, number>();
  private readonly keys: string[] = [];
  /** The distinct words of every name, as numbers: a parsed name would be a hundred times as large. */
  private readonly names: Uint32Array[] = [];

  add({ tokens }: ParsedName): void {
    const found = new Set(tokens.map((token) => this.numberOf(frequencyKeyOf(token))));
    this.names.push(Uint32Array.from(found));
  }

  private numberOf(key: string): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.keys.length);
    return this.keys.push(key) - 1;
  }

  /** What the names teach, of many a sample of them; undefined where they are too few. */
  learn(): Milieus | undefined {
    const sample = new Sample();
    const step = Math.max(1, this.names.length / MOST_NAMES);
    for (let at = 0; at < this.names.length; at += step) {
      sample.add(this.names[Math.floor(at)] ?? new Uint32Array(0));
    }
    if (sample.names.length < LEAST_NAMES) return undefined;
    const mixture = new Mixture(sample.names, sample.words.size);
    for (let round = 0; round < ROUNDS; round += 1) mixture.round();
    const { weights, ratios } = mixture;
    const rowOf = (word: number) => ratios.slice(word * GROUPS, (word + 1) * GROUPS);
    const rows = Array.from(
      sample.words,
      ([known, word]) => [this.keys[known] ?? '', rowOf(word)] as const,
    );
    return { weights, ratios: new Map(rows) };
  }
}

/** Names of more than one word, their words numbered by when they were met. */
class Sample {
  readonly names: (readonly number[])[] = [];
  /** By the number that the word has among all names. */
  readonly words = new Map<number, number>();

  add(name: Uint32Array): void {
    const words = Array.from(name, (word) => {
      const number = this.words.get(word) ?? this.words.size;
      this.words.set(word, number);
      return number;
    });
    if (words.length > 1) this.names.push(words);
  }
}

/** Bits by which words occur together more often than by chance: 0 or more. */
export function togetherBits(keys: readonly string[], { weights, ratios }: Milieus): number {
  let sum = 0;
  for (let group = 0; group < weights.length; group += 1) {
    let likely = weights[group] ?? 0;
    for (const key of keys) likely *= ratios.get(key)?.[group] ?? 1;
    sum += likely;
  }
  return Math.max(0, Math.log2(sum));
}
