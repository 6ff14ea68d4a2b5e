import { randomNumbers } from '../../../libs/arabic-names/training/random.js';

/** A figure with the ends of its 95 % confidence interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.959964;
const RESAMPLES = 1000;
const SEED = 5;

/** A share in [0, 1] with Wilson's interval (1927), which holds for few trials and near the ends. */
export function share(hits: number, trials: number): Estimate {
  if (trials === 0) return { value: 0, low: 0, high: 1 };
  const value = hits / trials;
  const weight = 1 + Z ** 2 / trials;
  const middle = (value + Z ** 2 / (2 * trials)) / weight;
  const reach =
    (Z / weight) * Math.sqrt((value * (1 - value)) / trials + Z ** 2 / (4 * trials ** 2));
  return { value, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

/** A mean with the percentile interval of a seeded bootstrap. */
export function mean(values: readonly number[]): Estimate {
  const average = (numbers: readonly number[]) =>
    numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
  const random = randomNumbers(SEED);
  const drawn = () => values[Math.floor(random() * values.length)] ?? 0;
  const means = Array.from({ length: RESAMPLES }, () => average(values.map(drawn)));
  means.sort((a, b) => a - b);
  const at = (part: number) => means[Math.floor(part * (RESAMPLES - 1))] ?? 0;
  return { value: average(values), low: at(0.025), high: at(0.975) };
}
