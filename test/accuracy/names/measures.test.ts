import { bestCalling, wrongCases } from './cases.js';
import { toChatSpelling } from './chat-spelling.js';
import { share } from './confidence.js';
import type { Method } from './method.js';
import { romanise } from './peers/romanise.js';
import { trigrams } from './peers/trigrams.js';
import { figuresOf, rankSet } from './ranks.js';

describe('what names are measured with', () => {
  it('counts ties against a method', () => {
    const scores = [3, 2, 2, 1];
    const method: Method = { name: 'fixed', over: () => () => scores, pair: () => 0 };
    const rankOf = (...wanted: number[]) =>
      rankSet(
        method,
        {
          name: 'set',
          tradition: '',
          pool: ['a', 'b', 'c', 'd'],
          queries: [{ name: 'q', wanted: new Set(wanted) }],
        },
        1,
      ).map(({ rank }) => rank);
    expect(rankOf(0)).toEqual([1]);
    expect(rankOf(1)).toEqual([3]);
    expect(rankOf(1, 2)).toEqual([2]);
    expect(rankOf(3, 0)).toEqual([1]);
  });

  it('takes the threshold that tells labelled pairs apart best', () => {
    const cases = [0.9, 0.8, 0.8, 0.3].map((score, place) => {
      return { left: '', right: '', why: '', score, match: place !== 2 && place !== 3 };
    });
    const calling = bestCalling(cases);
    expect(calling).toEqual({ threshold: 0.8, precision: 2 / 3, recall: 1, f1: 0.8 });
    expect(wrongCases(cases, calling)).toEqual([cases[2]]);
  });

  it('gives the interval that Wilson gives', () => {
    const { low, high } = share(81, 263);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
    expect(figuresOf([])).toMatchObject({ queries: 0, r1: { value: 0 } });
  });

  it('has the similarity that PostgreSQL’s pg_trgm has', () => {
    expect(trigrams.pair('hussein', 'husayn')).toBeCloseTo(0.25);
    expect(trigrams.pair('abd al rahman', 'abdulrahman')).toBeCloseTo(0.470588);
    expect(trigrams.pair('ali', 'ali ali')).toBe(1);
  });

  it('romanises letter by letter', () => {
    expect(romanise('عبد الرحمن')).toBe('abd alrhmn');
    expect(romanise('حُسَيْن')).toBe('hsyn');
    expect(romanise("El-Maʿarrî İbrahim'in")).toBe('el maarri ibrahimin');
  });

  it('makes chat spellings of English ones', () => {
    const chat = [
      ['حسن', 'Hassan', '7assan'],
      ['علي', 'Ali', '3ali'],
      ['سعيد', 'Said', 'sa3id'],
      ['ربيع', 'Rabi', 'rabi3'],
      ['خالد', 'Khaled', '5aled'],
      ['طارق', 'Tariq', '6ari2'],
      ['صالح', 'Saleh', '9ale7'],
      ['العاصي', 'Al-Asi', 'al-3a9i'],
      ['الأشيب', 'Al-Ashyab', null],
      ['سالم', 'Salem', null],
    ] as const;
    for (const [arabic, english, spelling] of chat)
      expect([english, toChatSpelling(arabic, english)]).toEqual([english, spelling]);
  });
});
