import { foldWord, type ReasonTexts, type WordList } from '@athar/imports';
import { reportReasons } from './report-reasons.js';
import {
  languageWords,
  purposeWords,
  relationshipWords,
  sexWords,
  sourceWords,
  wayWords,
  yesNoWords,
} from './word-lists.js';

describe('what is wrong with a row of reports', () => {
  it('is told in Arabic and English', () => {
    for (const { ar, en } of Object.values(reportReasons)) {
      expect(ar).toMatch(/\p{Script=Arabic}/u);
      expect(en).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('names the words to write instead in the same language, and a cell may hold them', () => {
    const { words }: ReasonTexts[string] = reportReasons['unknown-word'];
    const lists: WordList<string>[] = [
      ...[sexWords, yesNoWords, sourceWords, relationshipWords],
      ...[languageWords, wayWords, purposeWords],
    ];
    for (const list of lists) {
      for (const meaning of new Set(list.values())) {
        const told = words?.[meaning];
        expect(told?.ar).toMatch(/^[\p{Script=Arabic}\p{M} ]+$/u);
        for (const word of [told?.ar ?? '', told?.en ?? '']) {
          expect([word, list.get(foldWord(word))]).toEqual([word, meaning]);
        }
      }
    }
  });
});
