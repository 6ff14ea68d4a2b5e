import fc from 'fast-check';
import { parseEdtf, yearsApart } from './edtf.js';

const iso = (day: number) =>
  Number.isFinite(day) ? new Date(day * 86_400_000).toISOString().slice(0, 10) : String(day);
const range = (text: string) => {
  const parsed = parseEdtf(text);
  return parsed === null
    ? null
    : `${iso(parsed.from)} ${iso(parsed.to)}${parsed.approximate ? ' ~' : ''}`;
};

describe('parseEdtf', () => {
  it.each([
    ['1987', '1987-01-01 1987-12-31'],
    ['1987~', '1987-01-01 1987-12-31 ~'],
    ['198X', '1980-01-01 1989-12-31'],
    ['2012-02', '2012-02-01 2012-02-29'],
    ['2012-02-29?', '2012-02-29 2012-02-29 ~'],
    ['2012-XX-05', '2012-01-05 2012-12-05'],
    ['2012-21', '2012-03-01 2012-05-31'],
    ['2013/2014', '2013-01-01 2014-12-31'],
    ['2013-11/..', '2013-11-01 Infinity'],
    ['../2014-05', '-Infinity 2014-05-31'],
  ])('reads %s', (text, expected) => {
    expect(range(text)).toBe(expected);
  });

  it.each(['', '1987-13', '2013-02-30', '12/05/1987', '87', '2014/2013', '../..', 'مجهول'])(
    'refuses %s',
    (text) => {
      expect(parseEdtf(text)).toBeNull();
    },
  );

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseEdtf(text)));
  });

  it('measures the years between two ranges', () => {
    const years = (a: string, b: string) => {
      const [x, y] = [parseEdtf(a), parseEdtf(b)];
      return x === null || y === null ? NaN : yearsApart(x, y);
    };
    expect(years('1987', '1987-06')).toBe(0);
    expect(years('1980-06-01', '1990-06-01')).toBeCloseTo(10, 1);
  });
});
