import { packRising, packWeights } from '../src/packed.js';
import type { PairModelData } from '../src/pair-model.js';
import { SoundUnits } from '../src/sound-units.js';
import {
  Discriminator,
  type DiscriminateOptions,
  type PairsOf,
  type SoundWeights,
} from './discriminate.js';
import { trainUnits } from './joint-sequence.js';
import type { TrainingPair } from './pairs.js';

export const EXPLAIN = { rounds: 7, discount: 0.3, judgeAfter: 4, mostBitsALetter: 3.4 };
/**
 * Of two scripts: the more near words each pair is set against, the better are names found that were kept back. Latin
 * spellings are told apart well enough with few.
 */
export const AGAINST_MANY: DiscriminateOptions = {
  rounds: 5,
  rate: 0.2,
  decay: 0.7,
  others: 30,
  near: 26,
  ofAKey: 60,
  kept: 60,
  shrink: 1e-5,
  back: 0.4,
};
export const AGAINST_FEW: DiscriminateOptions = {
  ...AGAINST_MANY,
  rounds: 2,
  rate: 0.1,
  others: 10,
  near: 7,
  ofAKey: 24,
  kept: 15,
};
/** Units rarer than this are left out. */
const LEAST_SHARE = 6e-7;
/** Weights of contexts nearer to nothing than this are left out, in nats. */
const LEAST_CONTEXT = 0.06;

/** Share of a unit that attested pairs have no use for, beside its share in all pairs. */
const UNATTESTED = 0.2;

/** Shares of units half in all pairs, half in those attested: what was made by rule would count too much. */
function sharesOf(all: ReadonlyMap<string, number>, attested: readonly TrainingPair[]) {
  const often = [...all].filter(([, share]) => share >= LEAST_SHARE).sort();
  if (attested.length === 0) return new Map(often);
  const { shares } = trainUnits(attested, EXPLAIN);
  return new Map(
    often.map(([name, share]) => {
      const own = shares.get(name) ?? 0;
      return [name, Math.sqrt(share * (own >= LEAST_SHARE ? own : share * UNATTESTED))];
    }),
  );
}

/** What the pairs are of, and how they are told from others. */
export interface ModelOf {
  /** All pairs of one name; null where there are none but those trained on. */
  readonly same: readonly TrainingPair[] | null;
  readonly scripts: PairsOf['scripts'];
  readonly options: DiscriminateOptions;
}

/**
 * Trains a model of pairs: units that explain them, then what these weigh beside other letters, so that a pair comes
 * out above near ones that are none.
 *
 * @param attested those of the pairs that people have written; empty where all are alike
 */
export function trainPairModel(
  pairs: readonly TrainingPair[],
  { same, scripts, options }: ModelOf,
  attested: readonly TrainingPair[],
  random: () => number,
  say: (text: string) => void,
): PairModelData {
  const explained = trainUnits(pairs, EXPLAIN);
  const shares = sharesOf(explained.shares, attested);
  say(`${explained.kept.length} pairs, ${shares.size} units`);
  const units = new SoundUnits([...shares.keys()]);
  const kept = explained.kept;
  const of = { pairs: kept, same: same ?? kept, scripts };
  const model = new Discriminator(of, units, shares, options, random);
  for (let round = 1; round <= options.rounds; round += 1) {
    say(`round ${round}: ${model.round(round).toFixed(4)} nats lost a pair`);
  }
  model.settle();
  return packed(model.weights);
}

function packed({ units, context, unit, letters }: SoundWeights): PairModelData {
  const places = Array.from(context.keys()).filter(
    (place) => Math.abs(context[place] ?? 0) >= LEAST_CONTEXT,
  );
  return {
    units: units.names.join(' '),
    unitWeights: packWeights(unit),
    contextPlaces: packRising(places),
    contextWeights: packWeights(places.map((place) => context[place] ?? 0)),
    arabicLetters: packWeights(letters.arabic.values),
    latinLetters: packWeights(letters.latin.values),
  };
}
