import { wordSimilarity } from './compare-tokens.js';
import { parseName } from './parse.js';
import { factsOf } from './token-facts.js';
import { LEAST_SIMILAR, Vocabulary } from './vocabulary.js';
import type { NameToken } from './types.js';

const tokens = (text: string): NameToken[] =>
  text.split(' ').flatMap((name) => parseName(name).tokens.slice(0, 1));

const FIRST = tokens('حسين حسن محمد Hussein Hasan Mohamed Khaled خالد Юсуф');
const LATER = tokens('Houssein احمد Ahmed شريف Cherif');

describe('a vocabulary', () => {
  it.each(['حسين', 'Husayn', 'احمد', 'Юсуф', 'شريفة'])(
    'knows of %s how similar each word is, those that came later too',
    (text) => {
      const words = new Vocabulary();
      const [asked] = tokens(text);
      if (asked === undefined) throw new Error('no word');
      const numbers = FIRST.map((token) => words.numberOf(token));
      words.rowOf(asked).similarWords();
      numbers.push(...LATER.map((token) => words.numberOf(token)));
      const row = words.rowOf(asked);
      const similar = row.similarWords();
      for (const [at, token] of [...FIRST, ...LATER].entries()) {
        const number = numbers[at] ?? -1;
        const similarity = wordSimilarity(factsOf(asked).word, factsOf(token).word);
        expect(Math.abs(row.at(number) - similarity)).toBeLessThan(LEAST_SIMILAR);
        expect([token.text, similar.includes(number)]).toEqual([
          token.text,
          row.at(number) >= LEAST_SIMILAR,
        ]);
      }
      expect(new Set(similar).size).toBe(similar.length);
    },
  );
});
