import fc from 'fast-check';
import { foldDigits, foldForSearch, MAX_NAME_LENGTH, normalise } from './normalise.js';

describe('normalise', () => {
  it('reads presentation forms as a PDF gives them', () => {
    expect(normalise('\uFEE3\uFEA4\uFEE4\uFEAA')).toBe('محمد');
    expect(normalise('\uFEFBحمد')).toBe('لاحمد');
    expect(normalise('\uFDF4 \uFDF2')).toBe('محمد الله');
  });

  it('removes vowel signs, tatweel, invisible and bidi marks', () => {
    expect(normalise('مُحَمَّـــد\u200f \u202bعَلِيّ\u202c')).toBe('محمد علي');
  });

  it('removes joiners inside words and the marks of either direction', () => {
    expect(normalise('عبد\u200cالله \u2067علي\u2069 \u061cحسن\ufeff')).toBe('عبدالله علي حسن');
  });

  it('folds letters without their dots, and those of other languages that write Arabic', () => {
    expect(normalise('ڡاطمة ںور ٻلال ڄميل ښادي')).toBe('فاطمه نور بلال جميل شادي');
  });

  it('writes no apostrophe for ع and ء', () => {
    for (const sign of ["'", '’', '‘', 'ʿ', 'ʾ', 'ʻ', '`', '´', '′']) {
      expect(normalise(`Sa${sign}id`)).toBe('said');
    }
  });

  it('folds hamza carriers, end letters, Persian and Kurdish letters', () => {
    expect(normalise('أحمد إبراهيم آمنة مؤمن وائل ضياء')).toBe('احمد ابراهيم امنه مومن وايل ضيا');
    expect(normalise('مصطفى علی کریم گۆران')).toBe('مصطفي علي كريم كوران');
  });

  it('folds digits of every shape', () => {
    expect(foldDigits('٢١٥ ۲۱۵ ２１５ 𝟚𝟙𝟝')).toBe('215 215 215 215');
  });

  it('spells out Latin diacritics, Turkish letters and chat digits', () => {
    expect(normalise('Hüseyin ŞADİ Çiğdem Işık')).toBe('huseyin shadi chigdem ishik');
    expect(normalise("Ḥasan ʿAbd al-Raḥmān, Sa'id")).toBe('hasan abd al rahman said');
    expect(normalise('7asan 3ali 5aled sa3eed')).toBe('hasan ali khaled saeed');
  });

  it('is idempotent on any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
      }),
    );
  });

  it.each([
    ['ﷺ', 30],
    ['ß', 250],
    ['한', 399],
    ['a𐤀', 399],
  ])('is idempotent and bounded where a sign is many letters: %s', (sign, count) => {
    const once = normalise(sign.repeat(count));
    expect(once.length).toBeLessThanOrEqual(MAX_NAME_LENGTH);
    expect(normalise(once)).toBe(once);
  });

  it('gives words that stand folded as any others', () => {
    const letters = fc.constantFrom(...'abcxyzABXYZابتثجحخدذرزسشصضطظعغفقكلمنهويىةءإآؤئ ');
    fc.assert(
      fc.property(fc.array(letters), (signs) => {
        const text = signs.join('');
        expect(normalise(text)).toBe(normalise(`${text}\u0640`));
      }),
    );
  });
});

describe('foldForSearch', () => {
  it('lets a quick-find box forgive articles and doubled letters', () => {
    expect(foldForSearch('محمد الحمصي')).toBe(foldForSearch('محمّد حمصى'));
    expect(foldForSearch('Mohammad al-Homsi')).toBe(foldForSearch('mohamad homsi'));
  });
});
