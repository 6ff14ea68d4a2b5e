import { fileURLToPath } from 'node:url';
import { readFrozenSuggestions, sampleSuggestions } from './names/frozen-suggestions.js';
import { hasSets, readSets, SOURCES } from './names/rows.js';
import {
  letterByLetter,
  measureArabic,
  ourSuggester,
  suggestionSets,
} from './names/suggestions.js';

/** Public sets of names. Not part of the project: see the message below. */
const DATA = fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** How far a share may lie below what was reached: a few names of a sample. */
const TOLERANCE = 0.03;

if (hasSets(DATA)) {
  describe('spellings of the public sets', () => {
    const sets = suggestionSets(readSets(DATA));
    const frozen = readFrozenSuggestions();

    it.each(sets.map((set) => [set.name, set] as const))(
      'are suggested as often as before: %s',
      (name, set) => {
        const now = sampleSuggestions(set);
        const fallen = Object.entries(frozen[name] ?? { missing: 1 }).filter(
          ([figure, before]) => (now[figure] ?? 0) < before - TOLERANCE,
        );
        expect(fallen).toEqual([]);
      },
    );

    it('are suggested far more often than letters put for letters', () => {
      for (const set of sets.filter(({ name }) => !name.startsWith('UN'))) {
        const { folded: own } = measureArabic(set, ourSuggester, 30);
        const { folded: plain } = measureArabic(set, letterByLetter, 30);
        expect(own.first).toBeGreaterThan(plain.first + 0.05);
      }
    });
  });
} else {
  it.skip(`measures suggestions: put the sets from ${SOURCES} in ../shared/data`, () => undefined);
}
