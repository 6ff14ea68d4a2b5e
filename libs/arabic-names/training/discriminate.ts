import {
  codeWord,
  CONTEXTS,
  type CodedWord,
  type Side,
  type SoundUnits,
} from '../src/sound-units.js';
import { Averaged } from './averaged.js';
import { Lattice, type Factors } from './lattice.js';
import { LetterWeights } from './letter-model.js';
import { NearWords, type NearOptions } from './near-words.js';
import type { TrainingPair } from './pairs.js';
import { quickSum } from './quick-sum.js';
import { shuffle } from './random.js';
import { Steps } from './steps.js';

/** What the second half of the training takes. */
export interface DiscriminateOptions extends NearOptions {
  readonly rounds: number;
  /** Size of the first steps, and how much smaller they get each round. */
  readonly rate: number;
  readonly decay: number;
  /** Other words that each pair is set against, and how many of them are near ones. */
  readonly others: number;
  readonly near: number;
  /** Pull of the contexts' weights towards nothing. */
  readonly shrink: number;
  /** Share of the way back to the model that explains spellings, at the end. */
  readonly back: number;
}

/** What a model is of. */
export interface PairsOf {
  readonly pairs: readonly TrainingPair[];
  /** All pairs that are one name, those not trained on included: none of them is another name's. */
  readonly same: readonly TrainingPair[];
  readonly scripts: Scripts;
}

/** A model in training: natural logarithms. */
export interface SoundWeights {
  readonly units: SoundUnits;
  readonly unit: Float64Array;
  /** By unit and letter beside it: `unit * CONTEXTS + side * LETTER_CODES + letter`. */
  readonly context: Float32Array;
  readonly letters: { readonly arabic: LetterWeights; readonly latin: LetterWeights };
}

/** Logarithm of the sum over the ways to cut two words. */
type Fit = (arabic: CodedWord, latin: CodedWord, factors: Factors) => number;

type Scripts = Readonly<Record<Side, Side>>;

/** Pairs after which the weights are noted for their mean. */
const NOTE_EVERY = 250;
const OTHER = { arabic: 'latin', latin: 'arabic' } as const;
/** Gradients smaller than this are left out: they cost time and change nothing. */
const LEAST_GRADIENT = 1e-3;

/**
 * Learns the weights of units and of the letters beside them so that a word's own spelling comes out
 * above near ones (conditional log-linear string edit distance: McCallum, Bellare and Pereira 2005),
 * starting from a model that explains spellings (`units` with their shares).
 */
export class Discriminator {
  readonly weights: SoundWeights;
  private readonly factors: Factors;
  private readonly words: Readonly<Record<Side, Map<string, CodedWord>>>;
  private readonly near: NearWords;
  private readonly lattices: Lattice[];
  private readonly unitSteps: Steps;
  private readonly contextSteps: Steps;
  private readonly averaged: Averaged;
  private readonly pairs: readonly TrainingPair[];

  constructor(
    { pairs, same, scripts }: PairsOf,
    units: SoundUnits,
    shares: ReadonlyMap<string, number>,
    private readonly options: DiscriminateOptions,
    private readonly random: () => number,
  ) {
    this.pairs = pairs;
    const unit = Float64Array.from(units.names, (name) => Math.log(shares.get(name) ?? 1e-7));
    const context = new Float32Array(units.names.length * CONTEXTS);
    const letters = {
      arabic: LetterWeights.of(
        pairs.map(({ arabic: text, weight }) => ({ text, weight })),
        scripts.arabic,
      ),
      latin: LetterWeights.of(
        pairs.map(({ latin: text, weight }) => ({ text, weight })),
        scripts.latin,
      ),
    };
    this.weights = { units, unit, context, letters };
    this.averaged = new Averaged([unit, context, letters.arabic.values, letters.latin.values]);
    const coded = (side: Side) =>
      new Map(pairs.map((pair) => [pair[side], codeWord(pair[side], side, units, scripts[side])]));
    this.words = { arabic: coded('arabic'), latin: coded('latin') };
    this.near = new NearWords(pairs, same, scripts, options, random);
    this.lattices = Array.from({ length: options.others + 1 }, () => new Lattice());
    this.factors = { units, unit: unit.map(Math.exp), context: context.map(Math.exp) };
    this.unitSteps = new Steps(unit, { start: 0.1, shrink: 0, most: 3 }, this.factors.unit);
    const steps = { start: 0.5, shrink: options.shrink, most: 3 };
    this.contextSteps = new Steps(context, steps, this.factors.context);
  }

  /** One pass over all pairs. @returns the mean loss, in nats a pair */
  round(round: number): number {
    const order = this.pairs.map((_, at) => at);
    shuffle(order, this.random);
    const rate = this.options.rate / (1 + this.options.decay * (round - 1));
    let loss = 0;
    let done = 0;
    for (const at of order) {
      done += 1;
      if (round === this.options.rounds && done % NOTE_EVERY === 0) this.averaged.note();
      const pair = this.pairs[at];
      if (pair === undefined) continue;
      loss += this.learn(pair, 'arabic', round, rate) + this.learn(pair, 'latin', round, rate);
    }
    return loss / (2 * this.pairs.length);
  }

  /** Ends the training: the weights become their mean over the last round, partly taken back. */
  settle(): void {
    this.averaged.settle(this.options.back);
  }

  /** Sets a pair against others that have the same word on one side, and moves the weights. */
  private learn(pair: TrainingPair, own: Side, round: number, rate: number): number {
    const changed = OTHER[own];
    const rivals = this.rivals(pair, own, round);
    const candidates = [pair[changed], ...rivals];
    const logs = candidates.map((word, at) =>
      this.score(pair, own, word, (arabic, latin) => this.fill(at, arabic, latin)),
    );
    const most = Math.max(...logs);
    const sum = logs.reduce((total, log) => total + Math.exp(log - most), 0);
    logs.forEach((log, at) => {
      const chance = Math.exp(log - most) / sum;
      const gradient = pair.stress * Math.min(3, pair.weight) * ((at === 0 ? 1 : 0) - chance);
      if (Math.abs(gradient) < LEAST_GRADIENT) return;
      this.pull(this.lattices[at], gradient);
      this.weights.letters[changed].pull(candidates[at] ?? '', gradient);
    });
    this.unitSteps.take(rate);
    this.contextSteps.take(rate);
    this.weights.letters[changed].step(rate);
    return most + Math.log(sum) - (logs[0] ?? 0);
  }

  private rivals(pair: TrainingPair, own: Side, round: number): string[] {
    const { others, near } = this.options;
    const score = (word: string) => this.score(pair, own, word, quickSum);
    const rivals = this.near.of(pair, own, near, round, score);
    while (rivals.length < others) rivals.push(this.near.any(pair, own));
    return rivals;
  }

  /** Logarithm of how well a word of the other side fits the pair's own word. */
  private score(pair: TrainingPair, own: Side, word: string, fit: Fit): number {
    const arabic = this.words.arabic.get(own === 'arabic' ? pair.arabic : word);
    const latin = this.words.latin.get(own === 'latin' ? pair.latin : word);
    if (arabic === undefined || latin === undefined) return -80;
    return fit(arabic, latin, this.factors) + this.weights.letters[OTHER[own]].score(word);
  }

  private fill(at: number, arabic: CodedWord, latin: CodedWord): number {
    return this.lattices[at]?.fill(arabic, latin, this.factors) ?? -80;
  }

  private pull(lattice: Lattice | undefined, gradient: number): void {
    if (lattice === undefined || lattice.total <= 0) return;
    lattice.judge();
    for (let arc = 0; arc < lattice.arcs; arc += 1) {
      const pull = gradient * (lattice.posterior[arc] ?? 0);
      if (Math.abs(pull) < LEAST_GRADIENT * LEAST_GRADIENT) continue;
      this.unitSteps.pull(lattice.unit[arc] ?? 0, pull);
      for (let side = 0; side < 4; side += 1) {
        this.contextSteps.pull(lattice.contexts[4 * arc + side] ?? 0, pull);
      }
    }
  }
}
