import fc from 'fast-check';
import { spellFreely } from './latin-freedoms.js';
import { Random } from './random.js';
import { TRADITIONS } from './traditions.js';

const words = [
  'Abdul Rahman',
  'Abdullah',
  'İbrahim',
  'Khaled',
  'Schadi',
  'Nour al-Din',
  '7asan',
  'Elî',
];

describe('liberties with a spelling', () => {
  it('leave a name that is read as the same: never empty, never far from what it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 31 }),
        fc.constantFrom(...words),
        fc.constantFrom(...TRADITIONS),
        (seed, word, tradition) => {
          const spelled = spellFreely(new Random(seed, 1), word, tradition);
          expect(spelled.trim()).toBe(spelled);
          expect(Math.abs(spelled.length - word.length)).toBeLessThanOrEqual(4);
          expect(spelled).toBe(spelled.normalize('NFC'));
        },
      ),
    );
  });

  it('do not take the name of God apart', () => {
    const spellings = Array.from({ length: 200 }, (_, seed) =>
      spellFreely(new Random(seed, 1), 'Abdullah', 'en'),
    );
    expect(spellings.filter((one) => one.includes(' '))).toEqual([]);
    expect(new Set(spellings).size).toBeGreaterThan(3);
  });
});
