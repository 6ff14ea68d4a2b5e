import { foldWord, type ReasonTexts, type WordList } from '@athar/imports';
import { rowReasons } from './row-reasons.js';
import { categoryWords, numberPlaceWords, sexWords, stateWords } from './word-list.js';

it('what is wrong with a row is told in Arabic and English', () => {
  for (const { ar, en } of Object.values(rowReasons)) {
    expect(ar).toMatch(/\p{Script=Arabic}/u);
    expect(en).toMatch(/^[A-Z].*\.$/);
  }
});

it('the words to write instead are told in the same language, and a cell may hold them', () => {
  const { words }: ReasonTexts[string] = rowReasons['unknown-word'];
  const lists: WordList<string>[] = [sexWords, categoryWords, stateWords, numberPlaceWords];
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
