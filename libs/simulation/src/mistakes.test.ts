import fc from 'fast-check';
import {
  confuseDots,
  cropEnd,
  joinWords,
  loseLetter,
  mistype,
  respellArabic,
  splitWord,
} from './arabic-errors.js';
import { misreadNumber } from './digit-errors.js';
import { Random } from './random.js';

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const words = fc.constantFrom(
  'عبد الرحمن',
  'أحمد',
  'فاطمة',
  'طه',
  'الحاج علي',
  'مصطفى',
  'نور الدين',
);

describe('mistakes', () => {
  it('never leave a name empty or far from what it was', () => {
    fc.assert(
      fc.property(seeds, words, (seed, word) => {
        const crop = (_random: Random, text: string): string => cropEnd(text);
        const changes = [
          confuseDots,
          loseLetter,
          crop,
          splitWord,
          joinWords,
          mistype,
          respellArabic,
        ];
        for (const change of changes) {
          const changed = change(new Random(seed, 1), word);
          expect(changed.trim()).not.toBe('');
          expect(Math.abs(changed.length - word.length)).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  it('confuse a digit or lose one, and leave a number', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 9999 }), (seed, number) => {
        const read = misreadNumber(new Random(seed, 1), String(number));
        expect(read).toMatch(/^\d+$/);
        expect(read).not.toBe(String(number));
      }),
    );
  });

  it('join two words, and split one only where a gap in the hand could be taken for a space', () => {
    expect(joinWords(new Random(1, 1), 'محمد علي')).toBe('محمدعلي');
    expect(joinWords(new Random(1, 1), 'محمد')).toBe('محمد');
    expect(splitWord(new Random(1, 1), 'مروان')).toMatch(/^(مر وان|مرو ان)$/);
    expect(splitWord(new Random(1, 1), 'حسن')).toBe('حسن');
  });

  it('respell without a slip: the same consonants stay', () => {
    expect(respellArabic(new Random(1, 1), 'محمد')).toBe('محمد');
    const spellings = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) =>
      respellArabic(new Random(seed, 1), 'عبد الرحمن'),
    );
    expect(new Set(spellings)).toEqual(new Set(['عبدالرحمن']));
  });
});
