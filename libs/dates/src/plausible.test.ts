import { doubtOf, latestToday } from './plausible.js';

describe('a date of a life', () => {
  it.each([
    ['1434-07-12', 'hijri-year'],
    ['1434', 'hijri-year'],
    ['0213', 'long-ago'],
    ['1849-12-31', 'long-ago'],
    ['../1700', 'long-ago'],
    ['2026-03-02', 'in-the-future'],
    ['2026-04/..', 'in-the-future'],
    ['2213~', 'in-the-future'],
  ])('cannot be %s', (date, doubt) => expect(doubtOf(date, '2026-03-01')).toBe(doubt));

  it.each(['1850', '2026', '2026-03-01', '2013-11/..', '../2030', '1700/2013', '19XX', 'XXXX-05'])(
    'may be %s',
    (date) => expect(doubtOf(date, '2026-03-01')).toBeUndefined(),
  );

  it('has come once it is that day somewhere', () => {
    expect(latestToday(new Date('2026-02-28T10:30:00Z'))).toBe('2026-03-01');
    expect(latestToday(new Date('2026-02-28T09:30:00Z'))).toBe('2026-02-28');
  });
});
