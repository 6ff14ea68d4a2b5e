import { runsOf } from './runs.js';

const texts = (line: string, direction: 'ltr' | 'rtl') =>
  runsOf(line, direction).map(({ text }) => text);

describe('runs of a line', () => {
  it('stand from the left: a number after its word stands left of it', () => {
    const runs = runsOf('رقم 215', 'rtl');
    expect(runs.map(({ rtl }) => rtl)).toEqual([false, true]);
    expect(runs[0]?.text).toBe('215');
  });

  it('keep the letters of a run in the order of reading, joined', () => {
    // محمد: initial meem first.
    expect(texts('محمد', 'rtl')).toEqual(['\ufee3\ufea4\ufee4\ufeaa']);
  });

  it('keep an English line as it is', () => {
    expect(runsOf('Name (given)', 'ltr')).toEqual([{ text: 'Name (given)', rtl: false }]);
  });

  it('leave out vowel signs, which would stand beside their letters', () => {
    expect(texts('تُملأ', 'rtl')).toEqual(texts('تملأ', 'rtl'));
  });

  it('turn a bracket that stands alone beside Latin letters', () => {
    expect(texts('الاسم (name)', 'rtl').slice(0, 2)).toEqual(['(', 'name']);
  });

  it.each(['2013-05', '2013~', '2013-11/..', '../2013', '09:00-17:30 Europe/Berlin', '1 / 3'])(
    'keep %s as it is written after an Arabic word and before one',
    (written) => {
      expect(texts(`مثل ${written}`, 'rtl')[0]).toBe(written);
      expect(texts(`${written} مثل`, 'rtl').at(-1)).toBe(written);
      expect(texts(`(${written})`, 'rtl')).toEqual(['(', written, ')']);
    },
  );

  it('keep the parts of a telephone number in their order', () => {
    expect(texts('هاتف +49 30 0000 000.', 'rtl').slice(0, 2)).toEqual(['.', '+49 30 0000 000']);
  });

  it('go from the right from one number to the next of a list', () => {
    const numbers = texts('الفروع 215، 227، 2013-05', 'rtl').filter((text) => /\d/.test(text));
    expect(numbers).toEqual(['2013-05', '227', '215']);
  });
});
