import { randomNumbers } from '../../../libs/arabic-names/training/random.js';

/** The same items in an order that the seed alone decides: the first few are a fair sample. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = randomNumbers(seed);
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
