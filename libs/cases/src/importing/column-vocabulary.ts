import type { ColumnVocabulary } from '@athar/imports';
import words from './column-words.json' with { type: 'json' };
import { REPORT_IMPORT_COLUMNS, SECOND_OF } from './report-columns.js';

type Words = ColumnVocabulary['words'];

/** What the world calls the columns of reports. */
export const columnVocabulary: ColumnVocabulary = {
  ...words,
  columns: REPORT_IMPORT_COLUMNS,
  words: { ...words.words, ...ofSecondRelative(words.words) },
};

/** The second relative's columns are called as the first's, with a 2 behind. */
function ofSecondRelative(known: Words): Words {
  const second = SECOND_OF.map(([first, column]) => {
    const { en = [], ...others } = known[first] ?? {};
    const languages = Object.entries({ ...others, en: [first, ...en] }).map(
      ([language, told]) => [language, told.map((word) => `${word} 2`)] as const,
    );
    return [column, Object.fromEntries(languages)] as const;
  });
  return Object.fromEntries(second);
}
