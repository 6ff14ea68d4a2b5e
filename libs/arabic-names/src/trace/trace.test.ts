import fc from 'fast-check';
import { parseName } from '../parse.js';
import type { NameParts } from '../types.js';
import { traceOf } from './trace.js';

/** The pieces of a name that are words: as written, what they are, and of which token. */
const pieces = (name: string | NameParts) => {
  const parsed = parseName(name);
  return traceOf(parsed)
    .filter(({ kind }) => kind !== 'between')
    .map(({ start, end, kind, token, folded }) =>
      [parsed.original.slice(start, end), kind, token ?? '-', folded].join(' | '),
    );
};

describe('traceOf', () => {
  it('finds the letters of a part under marks and lines', () => {
    expect(pieces('  مُحَمَّـــد،  الحَلَبِيّ ')).toEqual([
      'مُحَمَّـــد | name | 0 | محمد',
      'ال | article | 1 | ',
      'حَلَبِيّ | name | 1 | حلبي',
    ]);
  });

  it('parts head, article and name, together or apart', () => {
    expect(pieces('عبد الرحمن')).toEqual([
      'عبد | head | 0 | ',
      'ال | article | 0 | ',
      'رحمن | name | 0 | رحمن',
    ]);
    expect(pieces('عبدالرحمن')).toEqual(pieces('عبد الرحمن'));
    expect(pieces('Abd el-Rahman')).toEqual([
      'Abd | head | 0 | ',
      'el | article | 0 | ',
      'Rahman | name | 0 | rahman',
    ]);
    expect(pieces('Abdulra7man')).toEqual(['Abdul | head | 0 | ', 'ra7man | name | 0 | rahman']);
    expect(pieces('Kasımoğlu')).toEqual(['Kasım | name | 0 | kasim', 'oğlu | head | 0 | ']);
    expect(pieces('Kasım oğlu')).toEqual(['Kasım | name | 0 | kasim', 'oğlu | head | 0 | ']);
  });

  it('shares a compound among the words that it is written in', () => {
    expect(pieces('نور الدين')).toEqual([
      'نور | name | 0 | نور',
      'ال | article | 0 | ',
      'دين | name | 0 | دين',
    ]);
    expect(pieces('Nour ed-Dine')).toEqual([
      'Nour | name | 0 | nour',
      'ed | article | 0 | ',
      'Dine | name | 0 | din',
    ]);
    expect(pieces('Noureddine')).toEqual(['Noureddine | name | 0 | nourdin']);
  });

  it('parts two names written as one', () => {
    expect(pieces('محمّدالخياط')).toEqual([
      'محمّد | name | 0 | محمد',
      'ال | article | 1 | ',
      'خياط | name | 1 | خياط',
    ]);
  });

  it('says what was left out and why', () => {
    expect(pieces('د. سعاد بنت Mhd حرم نادر')).toEqual([
      'د | title | - | ',
      'سعاد | name | 0 | سعاد',
      'بنت | son-of | - | ',
      'Mhd | name | 1 | mohammad',
      'حرم | other-person | - | ',
      'نادر | other-person | - | ',
    ]);
    expect(pieces('نور الدكتور الدين')).toEqual([
      'نور | name | 0 | نور',
      'الدكتور | title | - | ',
      'ال | article | 0 | ',
      'دين | name | 0 | دين',
    ]);
    expect(pieces('مجهول الهوية')).toEqual(['مجهول | no-name | - | ', 'الهوية | no-name | - | ']);
  });

  it('says of words behind those that are read that they are beyond', () => {
    const many = pieces('علي '.repeat(17).trim());
    expect(many.slice(-2)).toEqual(['علي | name | 15 | علي', 'علي | beyond | - | ']);
    expect(pieces(`علي${' '.repeat(400)}حسن, Ali`)).toEqual([
      'علي | name | 0 | علي',
      'حسن | beyond | - | ',
      'Ali | beyond | - | ',
    ]);
    expect(pieces(`${'a'.repeat(399)}bcd`).slice(1)).toEqual(['cd | beyond | - | ']);
    expect(pieces(`مجهول${' '.repeat(400)}علي`)).toEqual([
      'مجهول | no-name | - | ',
      'علي | beyond | - | ',
    ]);
  });

  it('finds the parts of a form in its fields', () => {
    expect(pieces({ given: ' علي', father: 'Dr. Omar', family: 'الحاج حسن' })).toEqual([
      'علي | name | 0 | علي',
      'Dr | title | - | ',
      'Omar | name | 1 | omar',
      'الحاج | head | 2 | ',
      'حسن | name | 2 | حسن',
    ]);
  });

  const words = fc.constantFrom(
    ...['محمد', 'عبد', 'الله', 'أبو', 'بن', 'al-', 'Abdul', 'ʿAlī', 'Kasımoğlu', 'محمدالخياط'],
    ...['نور', 'الدين', 'oğlu', 'الحاج', 'زوجة', 'Dr.', '\u200f', 'a\u0301', '\ud83d', '7asan'],
  );
  const names = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 600 }),
    fc.string({ unit: 'grapheme', maxLength: 600 }),
    fc.array(words, { maxLength: 24 }).map((list) => list.join(' ')),
    fc.array(words, { maxLength: 24 }).map((list) => list.join('')),
  );

  it('is the whole of any text, in order, and what is compared of it', () => {
    const fields = fc.record({ given: names, family: names, kunya: names });
    fc.assert(
      fc.property(fc.oneof(names, fields), (text) => {
        const parsed = parseName(text);
        const trace = traceOf(parsed);
        let end = 0;
        for (const piece of trace) {
          expect(piece.start).toBe(end);
          expect(piece.end).toBeGreaterThan(piece.start);
          end = piece.end;
        }
        expect(end).toBe(parsed.original.length);
      }),
      { numRuns: 500 },
    );
  });

  it('says of each token what its letters are', () => {
    const usual = fc.array(words, { maxLength: 14 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(usual, (text) => {
        const parsed = parseName(text);
        const trace = traceOf(parsed);
        parsed.tokens.forEach(({ folded }, at) => {
          const own = trace.filter(({ token }) => token === at);
          expect(own.map((piece) => piece.folded).join('')).toBe(folded);
        });
      }),
    );
  });
});
