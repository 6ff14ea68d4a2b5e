import { packWeights } from '../src/packed.js';
import {
  logChancesOf,
  codesAround,
  hide,
  MOST_READ,
  NEVER,
  READ_AROUND,
  Readings,
  SLOTS,
  WINDOW,
  type ReadingModelData,
  type ReadingWeights,
} from '../src/reading-model.js';
import { LETTER_CODES } from '../src/sound-units.js';
import { MOST_LETTERS } from '../src/ways.js';
import { Adam } from './adam.js';
import { likelyReadings } from './likely-readings.js';
import type { TrainingPair } from './pairs.js';
import { shuffle } from './random.js';
import { ReadingLattice } from './reading-lattice.js';

/** What the training of readings takes. */
export interface ReadingOptions {
  readonly hidden: number;
  readonly rounds: number;
  /** Pairs between two steps. */
  readonly batch: number;
  /** Size of the first steps; they get smaller evenly until the last one. */
  readonly rate: number;
}

export const READINGS: ReadingOptions = { hidden: 64, rounds: 6, batch: 64, rate: 0.004 };

/** Size of the weights at first. */
const AT_FIRST = 0.2;
/** How far rows are trusted: usual spellings that a set has one a name, rows that were met but once, all others. */
const TRUST = { usual: 1.5, doubtful: 0.3, other: 0.7 } as const;
/** Gradients smaller than this are left out: they cost time and change next to nothing. */
const LEAST_GRADIENT = 3e-4;

function trustOf({ stress, attested, doubtful }: TrainingPair): number {
  if (doubtful) return TRUST.doubtful;
  return stress > 1 && attested === 'met' ? TRUST.usual : TRUST.other;
}

/** A model of what Latin letters are read as in Arabic, in training: the chance of all Arabic words of the pairs rises. */
class ReadingTrainer {
  readonly weights: ReadingWeights;
  private readonly steps: { window: Adam; output: Adam; bias: Adam };
  private readonly lattice = new ReadingLattice();
  private readonly hiddens: Float32Array[];
  private readonly chances = new Float32Array(MOST_LETTERS * SLOTS);
  private readonly shares = new Float32Array(SLOTS);
  private readonly pull: Float32Array;

  constructor(readings: Readings, hidden: number, random: () => number) {
    const some = (length: number) =>
      Float32Array.from({ length }, () => (2 * random() - 1) * AT_FIRST);
    const window = some(WINDOW * LETTER_CODES * hidden);
    const output = some(readings.all * hidden);
    const bias = new Float32Array(readings.all);
    this.weights = { readings, hidden, window, output, bias };
    this.steps = { window: new Adam(window), output: new Adam(output), bias: new Adam(bias) };
    this.hiddens = Array.from({ length: MOST_LETTERS }, () => new Float32Array(hidden));
    this.pull = new Float32Array(hidden);
  }

  /** Gathers the gradient of one pair. @returns how unlikely its Arabic word is, in nats; 0 where it is no reading */
  learn(pair: TrainingPair): number {
    const { arabic, latin } = pair;
    const { readings } = this.weights;
    const pieces = readings.cut(arabic);
    const codes = codesAround(latin);
    const slotOf = (at: number, from: number, size: number) => {
      const piece = size === 0 ? 0 : (pieces[MOST_READ * from + size - 1] as number);
      const letter = codes[at + READ_AROUND] as number;
      return readings.slots[letter * readings.width + piece] as number;
    };
    const chance = (at: number, from: number, size: number) =>
      this.chances[at * SLOTS + slotOf(at, from, size)] as number;
    this.read(codes, latin.length);
    const total = this.lattice.sum(arabic.length, latin.length, chance);
    if (!(total > 0)) return 0;
    const gradient = pair.stress * trustOf(pair);
    for (let at = 0; at < latin.length; at += 1) {
      this.shares.fill(0);
      this.lattice.share(at, chance, (from, size, share) => {
        const slot = slotOf(at, from, size);
        this.shares[slot] = (this.shares[slot] as number) + share;
      });
      this.pullLetter(codes, at, gradient);
    }
    return -Math.log(total);
  }

  step(rate: number): void {
    this.steps.window.step(rate);
    this.steps.output.step(rate);
    this.steps.bias.step(rate);
  }

  private read(codes: Uint8Array, letters: number): void {
    for (let at = 0; at < letters; at += 1) {
      const hiddens = this.hiddens[at] as Float32Array;
      hide(codes, at, this.weights, hiddens);
      const letter = codes[at + READ_AROUND] as number;
      logChancesOf(letter, hiddens, this.weights, this.chances, at * SLOTS);
    }
    const last = letters * SLOTS;
    for (let place = 0; place < last; place += 1) {
      this.chances[place] = Math.exp(this.chances[place] as number);
    }
  }

  /** Adds to the gradients what the shares of one letter are beyond the chances of its readings. */
  private pullLetter(codes: Uint8Array, at: number, gradient: number): void {
    const { hidden, output, readings } = this.weights;
    const letter = codes[at + READ_AROUND] as number;
    const first = readings.first[letter] as number;
    const hiddens = this.hiddens[at] as Float32Array;
    const outputs = this.steps.output.gradients;
    const biases = this.steps.bias.gradients;
    const { pull } = this;
    pull.fill(0);
    for (let slot = 0; slot < NEVER; slot += 1) {
      const chance = this.chances[at * SLOTS + slot] as number;
      const beyond = gradient * ((this.shares[slot] as number) - chance);
      if (Math.abs(beyond) < LEAST_GRADIENT) continue;
      biases[first + slot] = (biases[first + slot] as number) + beyond;
      const row = (first + slot) * hidden;
      for (let unit = 0; unit < hidden; unit += 1) {
        pull[unit] = (pull[unit] as number) + beyond * (output[row + unit] as number);
        outputs[row + unit] = (outputs[row + unit] as number) + beyond * (hiddens[unit] as number);
      }
    }
    for (let unit = 0; unit < hidden; unit += 1) {
      if (hiddens[unit] === 0) pull[unit] = 0;
    }
    this.pullWindow(codes, at);
  }

  private pullWindow(codes: Uint8Array, at: number): void {
    const { hidden } = this.weights;
    const gradients = this.steps.window.gradients;
    for (let place = 0; place < WINDOW; place += 1) {
      const first = (place * LETTER_CODES + (codes[at + place] as number)) * hidden;
      for (let unit = 0; unit < hidden; unit += 1) {
        gradients[first + unit] = (gradients[first + unit] as number) + (this.pull[unit] as number);
      }
    }
  }
}

/**
 * Trains a model of what Latin letters are read as, by the letters around them, so that the Arabic words of the pairs become
 * as likely as can be; all ways to share an Arabic word out over Latin letters are summed.
 */
export function trainReadings(
  pairs: readonly TrainingPair[],
  options: ReadingOptions,
  random: () => number,
  say: (text: string) => void,
): ReadingModelData {
  const order = [...pairs];
  const readings = likelyReadings(pairs);
  const trainer = new ReadingTrainer(new Readings(readings), options.hidden, random);
  const all = options.rounds * order.length;
  let done = 0;
  for (let round = 1; round <= options.rounds; round += 1) {
    shuffle(order, random);
    let loss = 0;
    for (const pair of order) {
      loss += trainer.learn(pair);
      done += 1;
      if (done % options.batch === 0) trainer.step(options.rate * (1 - done / all));
    }
    say(`round ${round}: ${(loss / order.length).toFixed(4)} nats a reading`);
  }
  const { window, output, bias } = trainer.weights;
  return {
    readings,
    window: packWeights(window),
    output: packWeights(output),
    bias: packWeights(bias),
  };
}
