import type { Found } from './search.js';

/**
 * The likeliest combinations of what may be written for each word, best first.
 * @param words for each word its ways, best first; none may be empty
 */
export function combine(words: readonly (readonly Found[])[], limit: number): Found[] {
  let names: readonly Found[] = [{ text: '', chance: 1 }];
  for (const ways of words) {
    names = best(
      names.flatMap((name) =>
        ways.slice(0, limit).map(({ text, chance }) => ({
          text: name.text === '' ? text : `${name.text} ${text}`,
          chance: name.chance * chance,
        })),
      ),
      limit,
    );
  }
  return [...names];
}

/** The likeliest, best first, each once; of equals the first in the order of their signs. */
export function best(found: readonly Found[], limit: number): Found[] {
  const sums = new Map<string, number>();
  for (const { text, chance } of found) sums.set(text, (sums.get(text) ?? 0) + chance);
  return Array.from(sums, ([text, chance]) => ({ text, chance }))
    .sort((a, b) => b.chance - a.chance || (a.text < b.text ? -1 : 1))
    .slice(0, limit);
}

/** Chances as shares of their sum. */
export function asShares(found: readonly Found[]): Found[] {
  const all = found.reduce((sum, { chance }) => sum + chance, 0);
  return all === 0 ? [] : found.map(({ text, chance }) => ({ text, chance: chance / all }));
}
