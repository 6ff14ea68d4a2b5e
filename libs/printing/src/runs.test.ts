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
});
