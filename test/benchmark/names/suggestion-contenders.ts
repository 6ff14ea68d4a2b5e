import { suggestArabic, suggestLatin } from '@athar/arabic-names';
import type { Words } from './inputs.js';
import { ALL_ROUNDS, type Contender } from './rounds.js';

const WORDS_A_ROUND = 300;

function suggesting(
  name: string,
  words: readonly string[],
  suggest: (word: string) => unknown,
): Contender {
  return {
    name,
    run: (round) => {
      const asked = words.slice(round * WORDS_A_ROUND, (round + 1) * WORDS_A_ROUND);
      for (const word of asked) suggest(word);
      return asked.length;
    },
  };
}

/** Suggestions for single words, as someone types them. */
export function suggestionContenders({ arabic, latin }: Words): Contender[] {
  const most = ALL_ROUNDS * WORDS_A_ROUND;
  return [
    suggesting('arabic-names: suggestArabic', latin.slice(0, most), (word) => suggestArabic(word)),
    suggesting('arabic-names: suggestLatin', arabic.slice(0, most), (word) => suggestLatin(word)),
  ];
}
