import { logOfReading, LEAST_READING, ReadableWord } from './reading.js';

const reading = (
  arabic: string,
  latin: string,
  articles: { arabic?: number; latin?: number } = {},
) =>
  logOfReading(
    new ReadableWord(arabic, articles.arabic ?? 0),
    new ReadableWord(latin, articles.latin ?? 0),
  );

describe('logOfReading', () => {
  it('is the logarithm of a chance', () => {
    for (const latin of ['hussein', 'cemal', 'noureddine', 'x', 'ahmadinejad']) {
      expect(reading('حسين', latin)).toBeLessThanOrEqual(0);
      expect(reading('حسين', latin)).toBeGreaterThanOrEqual(LEAST_READING);
    }
  });

  it.each([
    ['hussein', 'حسين', 'حسن'],
    ['hassan', 'حسن', 'حسين'],
    ['cemal', 'جمال', 'كمال'],
    ['sharif', 'شريف', 'سريف'],
    ['khalil', 'خليل', 'كليل'],
  ])('reads %s rather as %s than as %s', (latin, own, other) => {
    expect(reading(own, latin)).toBeGreaterThan(reading(other, latin) + 0.8);
  });

  it('reads letters by those around them', () => {
    // The h of sh is no letter of its own, that of sahl is.
    expect(reading('شريف', 'sharif')).toBeGreaterThan(reading('سهريف', 'sharif') + 3);
    expect(reading('سهل', 'sahl')).toBeGreaterThan(reading('شل', 'sahl') + 2);
  });

  it('finds no way from few Latin letters to many Arabic ones', () => {
    expect(reading('عبدالرحمن', 'ab')).toBe(LEAST_READING);
  });

  it('reads a name beside its article at a price', () => {
    const whole = reading('حلبي', 'halabi');
    expect(reading('الحلبي', 'halabi', { arabic: 2 })).toBeCloseTo(whole - 0.7, 0);
    expect(reading('حلبي', 'alhalabi', { latin: 2 })).toBeGreaterThan(
      reading('حلبي', 'alhalabi') + 1,
    );
  });

  it('reads the first letters of a word that is too long', () => {
    const [arabic, latin] = ['شريف'.repeat(6), 'sharif'.repeat(4)];
    const whole = reading(arabic.slice(0, 16), latin);
    expect(whole).toBeGreaterThan(LEAST_READING);
    expect(reading(arabic.slice(0, 16), `${latin}xyz`)).toBe(whole);
  });
});
