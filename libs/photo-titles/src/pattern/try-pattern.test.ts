import { tryPattern, tryPatterns } from './try-pattern.js';

describe('trying a pattern on examples', () => {
  it('shows each part with its place in the line', () => {
    const line = '١٢٣٤ سامر ٣-٥-٢٠١٣';
    const [trial] = tryPattern('{number} {photographer} {date:dd-mm-yyyy}', [line]);
    expect(trial?.reading).toMatchObject({ read: true, pattern: 1 });
    if (!trial?.reading?.read) throw new Error('It was not read.');
    for (const part of trial.reading.parts) {
      expect(line.slice(part.start, part.end)).toBe(part.text);
    }
    expect(trial.reading.parts.map(({ field, value }) => [field, value])).toEqual([
      ['number', '1234'],
      ['photographer', undefined],
      ['date', '2013-05-03'],
    ]);
  });

  it('says how far it came and what was expected there', () => {
    const [trial] = tryPattern('{number} {photographer} {date:dd-mm-yyyy}', [
      '12 samer 31-02-2013',
    ]);
    const date = 'date: a day that exists, as dd-mm-yyyy';
    const stop = { pattern: 1, character: 10, expected: expect.arrayContaining([date]) };
    expect(trial?.reading).toMatchObject({ read: false, stops: [stop] });
  });

  it('tells of every pattern, the one that came furthest first', () => {
    const [trial] = tryPatterns(['x{number}', '{number} {branch} end'], ['12 abc']);
    expect(trial?.reading).toMatchObject({
      read: false,
      stops: [
        { pattern: 2, character: 7 },
        { pattern: 1, character: 1, expected: ['"x"'] },
      ],
    });
  });

  it('says of a line that it is no photograph', () => {
    const [total, photograph] = tryPattern('{number}', ['total 12', './215/7.JPG']);
    expect(total).toEqual({ line: 'total 12' });
    expect(photograph).toMatchObject({ text: '215/7', reading: { read: true } });
  });
});
