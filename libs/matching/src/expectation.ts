import type { Contested } from './compare-persons.js';
import { WEIGHTS } from './weights.js';

/** What pairs of two lists teach of all of them. */
export interface Expectation {
  /** True pairs among those that were looked at. */
  readonly matches: number;
  /** Pairs of full namesakes for one true pair. */
  readonly namesakes: number;
}

const ROUNDS = 40;
/** Bits of all that namesakes share, from which on strangers need hardly be reckoned with. */
const CLEAR = 3;
/** True pairs that the usual rate of namesakes stands for: of few pairs it cannot be told whether they are apart by chance. */
const USUAL_PAIRS = 60;

function posterior({ bits, rivals }: Contested, shift: number, namesakes: number): number {
  return 1 / (1 + 2 ** -(bits + shift) + rivals.kin + namesakes * rivals.namesakes);
}

/** How many true pairs the likeliest of one report come to: since it is of one man, no more than one. */
function expectedOf(likeliest: readonly Contested[], shift: number, namesakes: number): number {
  let odds = 0;
  for (const pair of likeliest) {
    const likely = posterior(pair, shift, namesakes);
    odds += likely / (1 - likely);
  }
  return odds / (1 + odds);
}

function isClear({ bits, rivals }: Contested, shift: number): boolean {
  return bits + shift + Math.log2(rivals.namesakes) > CLEAR;
}

function rateOf(pairs: readonly Contested[], shift: number, before: number): number {
  let [same, namesakes] = [USUAL_PAIRS, USUAL_PAIRS * WEIGHTS.relatives.namesakes];
  for (const pair of pairs) {
    if (!isClear(pair, shift)) continue;
    const likely = posterior(pair, shift, before);
    same += likely;
    namesakes += likely * before * pair.rivals.namesakes;
  }
  return namesakes / same;
}

/**
 * Expectation and maximisation over unlabelled pairs, all other weights held: the prior at which as many true pairs are
 * expected as the posteriors come to, and the rate of namesakes that those of full agreement show. True pairs and namesakes
 * agree in name and home alike; the ages, marks, dates and mothers of true pairs agree, those of namesakes as by chance.
 * @param likeliest the likeliest pairs of each report, weighed by the prior given
 * @param all how many pairs they are the likeliest of
 * @param prior log2-odds of any pair, in bits, that they were weighed by
 * @param assumed true pairs to begin with
 */
export function expectationOf(
  likeliest: readonly (readonly Contested[])[],
  all: number,
  prior: number,
  assumed: number,
): Expectation {
  const pairs = likeliest.flat();
  let matches = assumed;
  let namesakes: number = WEIGHTS.relatives.namesakes;
  for (let round = 0; round < ROUNDS; round += 1) {
    const share = matches / all;
    const shift = Math.log2(share / (1 - share)) - prior;
    const rate = namesakes;
    const found = likeliest.reduce((sum, each) => sum + expectedOf(each, shift, rate), 0);
    namesakes = rateOf(pairs, shift, namesakes);
    // One more than was found: a sample without any pair does not show that there are none.
    matches = Math.max(found, 1);
  }
  return { matches, namesakes };
}
