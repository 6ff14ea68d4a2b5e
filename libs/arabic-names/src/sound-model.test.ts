import fc from 'fast-check';
import { packRising, packWeights, unpackRising, unpackWeights } from './packed.js';
import { fit, NO_FIT, soundWord } from './sound-model.js';
import { spellWords } from './spelling.js';

function word(text: string) {
  const [read = { spelling: '', folded: '' }] = spellWords(text);
  return soundWord(read.spelling, read.folded, /^[a-z]/u.test(read.folded) ? 'latin' : 'arabic');
}

describe('fit', () => {
  it.each([
    ['حسين', ['Hussein', 'Hüseyin', 'Houssein', '7usein', 'Hisên']],
    ['خالد', ['Khaled', 'Halit', 'Chaled', 'Xalid', '5aled']],
    ['شريف', ['Sharif', 'Cherif', 'Şerif', 'Scherif', 'Sjarif']],
    ['جميل', ['Jamil', 'Djamil', 'Cemil', 'Gamil', 'Dschamil']],
    ['القاسم', ['al-Qasem', 'El Kacem', 'Kasım']],
  ])('reads %s in the spellings of many languages', (arabic, spellings) => {
    for (const spelling of spellings) {
      const letters = spellWords(spelling).map((read) => read.spelling);
      const folded = spellWords(spelling).map((read) => read.folded);
      const latin = soundWord(letters.join(''), folded.join(''), 'latin');
      expect([spelling, fit(word(arabic), latin) > -1]).toEqual([spelling, true]);
    }
  });

  it.each([
    ['سعد', 'Saeed'],
    ['نبيل', 'Nael'],
    ['سليم', 'Salman'],
    ['حسين', 'Hosni'],
  ])('tells %s from %s', (arabic, latin) => {
    expect(fit(word(arabic), word(latin))).toBeLessThan(-1);
  });

  it.each([
    ['سمر', 'Omar'],
    ['نور', 'Rana'],
  ])('gives short words up whose beginnings make no name: %s and %s', (arabic, latin) => {
    expect(fit(word(arabic), word(latin))).toBeLessThan(-50);
  });

  it.each([
    ['فولوديمير', 'Volodymyr'],
    ['شوارزنيجر', 'Schwarzenegger'],
  ])('follows long words further: %s and %s', (arabic, latin) => {
    expect(fit(word(arabic), word(latin))).toBeGreaterThan(3);
  });

  it('does not look long at words whose consonants differ', () => {
    expect(fit(word('محمد'), word('Christopher'))).toBe(NO_FIT);
  });
});

describe('packed numbers', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 32 - 1 })), (numbers) => {
        const rising = [...numbers].sort((a, b) => a - b);
        expect([...unpackRising(packRising(rising))]).toEqual(rising);
      }),
    );
    expect([...unpackWeights(packWeights([0, 1.5, -2.25, 100]))]).toEqual([0, 1.5, -2.25, 100]);
  });
});

describe('spellWords', () => {
  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        for (const { folded, spelling } of spellWords(text)) {
          expect(folded).not.toBe('');
          expect(typeof spelling).toBe('string');
        }
      }),
    );
  });

  it.each([
    ['Şükrü', 'şükrü'],
    ['Ḥusayn', '7usayn'],
    ['ʿAlī', '3ali'],
    ["7'aled", '5aled'],
    ['أحمد', 'أحمد'],
    ['مُصطَفى', 'مصطفى'],
  ])('keeps of %s what tells sounds apart: %s', (text, spelling) => {
    expect(spellWords(text).map((word) => word.spelling)).toEqual([spelling]);
  });
});
