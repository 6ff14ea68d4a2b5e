import { dayBounds } from './day-bounds.js';

describe('dayBounds', () => {
  it.each([
    ['1987', '1987-01-01', '1987-12-31'],
    ['1987-05~', '1987-05-01', '1987-05-31'],
    ['2013-11-05', '2013-11-05', '2013-11-05'],
    ['2013/2014', '2013-01-01', '2014-12-31'],
    ['2013-11/..', '2013-11-01', null],
    ['../2013', null, '2013-12-31'],
    ['2013/', '2013-01-01', null],
    ['198X', '1980-01-01', '1989-12-31'],
  ])('finds the days of %s', (text, earliest, latest) => {
    expect(dayBounds(text)).toEqual({ earliest, latest });
  });

  it('has none for what is no date', () => expect(dayBounds('3/5/1987')).toBeUndefined());
});
