import { civilDate, dayNumber, writeDay } from './calendar.js';

describe('calendar', () => {
  it('agrees with the platform on every day of the archives and of their births', () => {
    const wrong: number[] = [];
    for (let days = -12_000; days < 21_000; days += 1) {
      const platform = new Date(days * 86_400_000).toISOString().slice(0, 10);
      if (writeDay(days) !== platform || dayNumber(civilDate(days)) !== days) wrong.push(days);
    }
    expect(wrong).toEqual([]);
  });
});
