import fc from 'fast-check';
import { confusableWith } from './confusable-digits.js';
import { foldNumber, numberText } from './folded-number.js';
import { withOneConfusion } from './one-confusion.js';

const folded = (value: string) => {
  const number = foldNumber(value);
  return number && numberText(number);
};
const near = (value: string) => {
  const number = foldNumber(value);
  if (number === null) throw new Error('no digit');
  return withOneConfusion(number);
};

describe('a number as written', () => {
  it.each([
    ['٢٣٤٥', '2345'],
    ['۲۳۴۵', '2345'],
    [' 23-45 ', '2345'],
    ['23.45', '2345'],
    ['002345', '2345'],
    ['رقم ٢٣٤٥', '2345'],
    ['No. 2345', '2345'],
    ['٢٣٤٥ ب', '2345/ب'],
    ['ب٢٣٤٥', '2345/ب'],
    ['2345B', '2345/b'],
    ['٢٣٤٥\u200fأ', '2345/ا'],
    ['0', '0'],
  ])('%s is %s', (value, text) => {
    expect(folded(value)).toBe(text);
  });

  it('keeps Arabic and Latin letters apart', () => {
    expect(folded('12ا')).not.toBe(folded('12a'));
  });

  it('is none without a digit', () => {
    expect(foldNumber('ب')).toBeNull();
    expect(foldNumber('...')).toBeNull();
  });
});

describe('one confusion', () => {
  it.each([
    ['1234', '1334', { position: 2, asked: '2', found: '3', because: 'arabic_teeth' }],
    ['4711', '4811', { position: 2, asked: '7', found: '8', because: 'turned_over' }],
    ['215', '210', { position: 3, asked: '5', found: '0', because: 'other_script' }],
    ['2150', '215', { position: 4, asked: '0', found: '', because: 'dot_or_zero' }],
    ['50', '550', { position: 0, asked: '0', found: '5', because: 'other_script' }],
    ['215', '2015', { position: 2, asked: '', found: '0', because: 'dot_or_zero' }],
  ])('makes of %s among others %s', (asked, found, confusion) => {
    const hit = near(asked).find(({ number }) => number.digits === found);
    expect(hit?.confusion).toEqual(confusion);
  });

  it('leaves the letter as it is', () => {
    expect(near('23ب').every(({ number }) => number.letter === 'ب')).toBe(true);
  });

  it('never gives the number itself or one twice, and few in all', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9][0-9]{0,9}$/), (digits) => {
        const variants = near(digits).map(({ number }) => number.digits);
        expect(variants).not.toContain(digits);
        expect(new Set(variants).size).toBe(variants.length);
        expect(variants.length).toBeLessThanOrEqual(4 * digits.length + 1);
      }),
    );
  });

  it('holds in both directions', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9][0-9]{1,9}$/), (digits) => {
        const back = (other: string) => near(other).map(({ number }) => number.digits);
        // Of several zeros that come to stand in front none is kept.
        const whole = ({ length }: string) => length >= digits.length - 1;
        for (const { number } of near(digits).filter((one) => whole(one.number.digits))) {
          expect(back(number.digits)).toContain(digits);
        }
      }),
    );
  });

  it('pairs digits both ways', () => {
    for (const digit of '0123456789') {
      for (const { digit: other } of confusableWith(digit)) {
        expect(confusableWith(other).map((one) => one.digit)).toContain(digit);
      }
    }
  });
});
