import { dayInWords } from './day-in-words.js';
import { readDate } from './read-date.js';

describe('reading a date', () => {
  it.each([
    ['1987~', '1987~'],
    ['2013-11/..', '2013-11/..'],
    ['2011/2013', '2011/2013'],
    ['١٩٨٧', '1987'],
    ['2013/6/5', '2013-06-05'],
    ['2013-5', '2013-05'],
    ['2013/6', '2013-06'],
    ['۲۰۱۳.۶.۵', '2013-06-05'],
    ['٢٠١٣/٦/٥', '2013-06-05'],
    ['6/2013', '2013-06'],
    ['6/25/2013 12:00:00 AM', '2013-06-25'],
    ['2013-06-05T10:20', '2013-06-05'],
    ['25/6/2013', '2013-06-25'],
    ['6/25/2013', '2013-06-25'],
    ['5/5/2013', '2013-05-05'],
    ['25 - 6 - 2013', '2013-06-25'],
    ['حزيران 2013', '2013-06'],
    ['٥ حزيران ٢٠١٣', '2013-06-05'],
    ['5 حزيران/يونيو 2013', '2013-06-05'],
    ['كانون الثاني ٢٠١٣ م', '2013-01'],
    ['5 تشرين أول 2013', '2013-10-05'],
    ['5 اب 2013', '2013-08-05'],
    ['يونيه 2013', '2013-06'],
    ['June 2013', '2013-06'],
    ['June 5th, 2013', '2013-06-05'],
    ['5-Jun-2013', '2013-06-05'],
    ['2013 Jun 5', '2013-06-05'],
    ['1er août 2013', '2013-08-01'],
    ['5 FEVRIER 2013', '2013-02-05'],
    ['5 Ağustos 2013', '2013-08-05'],
    ['KASIM 2013', '2013-11'],
    ['5 ARALIK 2013', '2013-12-05'],
  ])('takes %s for %s', (text, date) => expect(readDate(text)).toEqual({ date }));

  it.each(['5/6/2013', '05-06-2013', '٥.٦.٢٠١٣'])('asks which is the month of %s', (text) => {
    expect(readDate(text)).toEqual({ mayMean: ['2013-06-05', '2013-05-06'] });
    expect(readDate(text, 'dmy')).toEqual({ date: '2013-06-05' });
    expect(readDate(text, 'mdy')).toEqual({ date: '2013-05-06' });
    expect(readDate(text, 'ymd')).toEqual({ mayMean: ['2013-06-05', '2013-05-06'] });
  });

  it('does not read against the order that is told', () => {
    expect(readDate('6/25/2013', 'dmy')).toEqual({ mayMean: ['2013-06-25'] });
    expect(readDate('25/6/2013', 'mdy')).toEqual({ mayMean: ['2013-06-25'] });
    expect(readDate('2013/6/5', 'dmy')).toEqual({ date: '2013-06-05' });
  });

  it.each([
    '',
    '5/6/13',
    '2013-06-05T10:20Z',
    '13/6/5',
    '2013/6-5',
    '5/6.2013',
    'winter 2013',
    '5 آب 6 2013',
    'حزيران',
    'حزيران/تموز 2013',
    '5 حزيران 1434هـ',
    '2012-2013 June',
    'June 2013 2014',
    '9'.repeat(4000),
  ])('reads nothing into %s', (text) => expect(readDate(text)).toEqual({ mayMean: [] }));
});

it.each(['2013-09-31', '٣١/٢/٢٠١٣', '31/31/2013', '2013/13', '31 June 2013', '2013-02-29'])(
  'says of %s that there is no such day',
  (text) => {
    expect(readDate(text)).toEqual({ mayMean: [], noSuchDay: true });
    expect(readDate(text, 'dmy')).toEqual({ mayMean: [], noSuchDay: true });
  },
);

it('a day is told in words', () => expect(dayInWords('2013-06-05')).toBe('5 June 2013'));
