import type { ImportView } from '@athar/imports';
import { importSentences } from './import-sentences.js';

const read = (language: 'ar' | 'en', rows: number) => {
  const counts = { rows, bad: 0, added: rows, changed: 0, unchanged: 0, undone: 0 };
  return importSentences[language].summary({
    counts,
    dryRun: false,
    state: 'refused',
  } as ImportView);
};

describe('what an import says at its end', () => {
  it.each([
    [0, 'Read 0 rows: 0 good, 0 bad.', 'قُرئ 0 صف:'],
    [1, 'Read 1 row: 1 good, 0 bad.', 'قُرئ صف واحد:'],
    [2, 'Read 2 rows: 2 good, 0 bad.', 'قُرئ صفان:'],
    [7, 'Read 7 rows: 7 good, 0 bad.', 'قُرئ 7 صفوف:'],
    [11, 'Read 11 rows: 11 good, 0 bad.', 'قُرئ 11 صفًا:'],
    [100, 'Read 100 rows: 100 good, 0 bad.', 'قُرئ 100 صف:'],
  ])('counts %d rows rightly', (rows, english, arabic) => {
    expect(read('en', rows)).toBe(english);
    expect(read('ar', rows)).toContain(arabic);
  });

  it('names the entries that stay without photographs, and what to do', () => {
    for (const language of ['ar', 'en'] as const) {
      const told = importSentences[language].entriesKept(['e-1', 'e-2']);
      expect(told).toMatch(/2/);
      expect(told).toMatch(/e-1[,،] e-2/);
      expect(told).toContain('photographs/uncertain?doubt=emptied-though-judged');
    }
    expect(importSentences.en.entriesKept(['e-1'])).toMatch(/^1 entry has no photographs any more/);
  });
});
