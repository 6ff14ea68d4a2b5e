import { civilDate, dayNumber, writeDay } from './calendar.js';

describe('calendar', () => {
  it('agrees with the platform on every day of the archives and of their births', () => {
    const day = 86_400_000;
    for (let days = -12_000; days < 21_000; days += 1) {
      expect(writeDay(days)).toBe(new Date(days * day).toISOString().slice(0, 10));
      expect(dayNumber(civilDate(days))).toBe(days);
    }
  });
});
