import { readFileSync, readdirSync } from 'node:fs';
import { ownReasons, reasonsOf } from './reason-texts.js';

const folder = new URL('../../../tabular/src/', import.meta.url);

/** Codes that the readers of files give to rows; those of whole files are thrown as errors. */
function codesOfRows(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .filter((name) => !/header\.ts|error\.ts$|transcode|decode/.test(name))
    .flatMap((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      const told = [...text.matchAll(/code: '([a-z]+(?:-[a-z]+)+)'/g)];
      return told.map((match) => match[1] ?? '');
    });
}

describe('reasons', () => {
  it('are there in Arabic and English for all that can be wrong with a row of a file', () => {
    const codes = codesOfRows();
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((code) => ownReasons[code] === undefined)).toEqual([]);
    for (const { ar, en } of Object.values(ownReasons)) {
      expect(ar).toMatch(/\p{Script=Arabic}/u);
      expect(en).toMatch(/^[A-Z]/);
    }
  });

  it('name the column, and what the problem says by numbers and allowed words', () => {
    const told = [
      {
        column: 'id',
        code: 'doubled-identity',
        expected: 'another id than that of row 17',
        fix: '',
      },
      { column: 'الجنس', code: 'unknown-word', expected: 'one of: male, female', fix: '' },
      { column: 'x', code: 'of-another-room', expected: 'something', fix: 'Mend it.' },
    ];
    const texts = { 'unknown-word': { ar: 'اختر من: {values}', en: 'Use one of: {values}' } };
    expect(reasonsOf(told, texts, 'en')).toBe(
      '"id": This row is known by the same as row 17: join the two, or tell them apart. | ' +
        '"الجنس": Use one of: male, female | "x": expected something. Mend it.',
    );
  });

  it('name the place that a problem names', () => {
    const problem = { column: 'x', code: 'unread', expected: 'by 2, at 10: a digit', fix: '' };
    const texts = {
      unread: { ar: 'النمط {number} عند {second}.', en: 'By {number} at {second}.' },
    };
    expect(reasonsOf([problem], texts, 'ar')).toBe('«x»: النمط 2 عند 10.');
    expect(reasonsOf([problem], texts, 'en')).toBe('"x": By 2 at 10.');
  });

  it('list the words that are allowed in the language of the reader', () => {
    const problem = { column: 'x', code: 'unknown-word', expected: 'one of: a_b, c', fix: '' };
    const words = { a_b: { ar: 'ألف', en: 'a b' }, c: { ar: 'جيم', en: 'c' } };
    const texts = { 'unknown-word': { ar: 'اختر: {values}.', en: 'Use {values}.', words } };
    expect(reasonsOf([problem], texts, 'ar')).toBe('«x»: اختر: ألف، جيم.');
    expect(reasonsOf([problem], texts, 'en')).toBe('"x": Use a b, c.');
  });
});
