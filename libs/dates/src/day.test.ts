import { isDay } from './day.js';

describe('isDay', () => {
  it('takes full days of the calendar that a consent or an embargo can name', () => {
    for (const day of ['1900-01-01', '2024-02-29', '2026-03-01', '9999-12-31']) {
      expect([day, isDay(day)]).toEqual([day, true]);
    }
  });

  it('refuses days that do not exist, are no full day, or that no database column holds', () => {
    const wrong = ['2026-02-30', '2023-02-29', '0000-02-01', '1899-12-31'];
    for (const day of [...wrong, '10000-01-01', '2026-03', '2026-3-1', '2026-03-01T00:00', '']) {
      expect([day, isDay(day)]).toEqual([day, false]);
    }
  });
});
