import { PassThrough } from 'node:stream';
import { arabicLine } from './arabic-line.js';

const sentence = 'السطر 3 من list.csv، العمود «age»: عمر غير مقروء: اكتب عدداً واحداً بالسنوات.';

describe('an Arabic sentence', () => {
  it('is joined, ordered and broken for a terminal, its beginning on the first line', () => {
    const screen = Object.assign(new PassThrough(), { isTTY: true, columns: 40 });
    const lines = arabicLine(screen, sentence)
      .replace(/[\u202d\u202c]/g, '')
      .split('\n');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every((line) => line.length <= 40)).toBe(true);
    expect(lines[0]).toContain('list.csv');
    expect(lines[0]?.endsWith('\ufedf\ufe8d')).toBe(true);
    expect(lines.join('')).not.toMatch(/[\u0621-\u064a]/);
  });

  it('goes into a file as it is', () => {
    expect(arabicLine(new PassThrough(), sentence)).toBe(sentence);
  });
});
