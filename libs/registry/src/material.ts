import type { Seal } from '@athar/persistence';
import { canonicalJson } from '@athar/imports';
import type { EntryDocument } from './entry-document.js';

/**
 * Keyed digest of what matching looks at: remarks, images, readers and the like left out. A pair
 * can only be judged while the digest that it was weighed with is the entry's: whoever changes what
 * goes in changes the model's version too, so that all is weighed anew.
 */
export function materialOf(seal: Seal, document: EntryDocument): Buffer {
  const { names, numbers, branch, photoDates, sex, age, birthDate } = document;
  const { homeGovernorate, homePlace, marks } = document;
  const looked = {
    names: {
      ...names,
      transcribed: names.transcribed && once(names.transcribed, (one) => one.text),
    },
    numbers: once(numbers, (number) => number.value),
    ...{ branch, photoDates, sex, age, birthDate, homeGovernorate, homePlace, marks },
  };
  return seal.digest('entry-material', canonicalJson(looked));
}

/** Read again by somebody else, or in another place, a value says nothing new. */
function once<Item>(items: readonly Item[], text: (item: Item) => string): string[] {
  return [...new Set(items.map(text))];
}
