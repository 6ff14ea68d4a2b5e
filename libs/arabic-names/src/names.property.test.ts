import fc from 'fast-check';
import { compareNames } from './compare-names.js';
import { NameComparer } from './name-comparer.js';
import { MAX_NAME_LENGTH, normalise } from './normalise.js';
import { MAX_WORDS, parseName } from './parse.js';
import { spellText } from './spelling.js';
import type { AlignedPart } from './types.js';

const WORDS = [
  ...['محمد', 'أحمد', 'علي', 'حسن', 'حسين', 'سعيد', 'سعد', 'عمر', 'عمرو', 'جميل', 'جميلة'],
  ...['الحلبي', 'حلبي', 'الخياط', 'القصير', 'محمدالخياط', 'شهيد', 'خيل', 'م', 'أ', 'د.'],
  ...['عبد', 'الله', 'الرحمن', 'عبدالرحمن', 'نور', 'الدين', 'ذو', 'الفقار', 'أبو', 'ابوخالد', 'أم'],
  ...['بن', 'بنت', 'الحاج', 'الشيخ', 'الشهيد', 'حرم', 'والدته', 'أوغلو', 'الملقب', 'مجهول'],
  ...['Mohammad', 'Mhd', 'Ali', 'Hassan', 'Hasan', 'Hussein', 'Said', 'Saad', 'Omar', 'A.', 'M.'],
  ...[
    'Abdul',
    'Abdulrahman',
    'Rahman',
    'Abu',
    'Nour',
    'Eddine',
    'Nurettin',
    'Zulfikar',
    'al-Halabi',
  ],
  ...['Shahidkhel', 'Kasımoğlu', 'Hüseyin', '7asan', '3ali', 'ʿAlī', 'Sheikh', 'Haj', 'bin', 'née'],
];
/** Names as they are met: words of both scripts, compounds, by-names, initials, repeated. */
const usual = fc.array(fc.constantFrom(...WORDS), { maxLength: 7 }).map((words) => words.join(' '));
/** Texts that are no names: lone surrogates, marks, signs of direction, digits, other scripts. */
const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        ...['\ud83d', '\udc00', '\u0301', '\u0651', '\u200f', '\u202e', '\u0640', "'", '3', '٣'],
        ...['ﷲ', 'ﻻ', '㎧', '½', 'İ', 'ß', 'ǆ', 'Σ', '한', '-', ' ', 'ع', 'a', '👨‍👩‍👧'],
      ),
      { maxLength: 60 },
    )
    .map((signs) => signs.join('')),
);
/** Signs that are spelled with many letters, around the length from which on texts are cut. */
const ligatures = fc
  .array(
    fc.tuple(fc.constantFrom('ﷺ', 'ﷲ', 'ß', 'ㅀ', '한', '㎧', '𐤀', 'Σ', 'a3', ' '), fc.nat(150)),
    { minLength: 1, maxLength: 5 },
  )
  .map((runs) => runs.map(([sign, count]) => sign.repeat(count)).join(''));
const anyName = fc.oneof({ weight: 3, arbitrary: usual }, { weight: 3, arbitrary: odd }, ligatures);

/** Letters of the longest second half that is joined to a word. */
const LONGEST_TAIL = 9;

const compare = (a: string, b: string) => compareNames(parseName(a), parseName(b));

function turned(part: AlignedPart): AlignedPart {
  return {
    ...part,
    left: part.right,
    right: part.left,
    leftRole: part.rightRole,
    rightRole: part.leftRole,
  };
}

const inAnyOrder = (alignment: readonly AlignedPart[]) =>
  alignment.map((part) => JSON.stringify(part, Object.keys(part).sort())).sort();

describe('any text', () => {
  it('is normalised once and for all', () => {
    fc.assert(
      fc.property(anyName, (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
        expect(once.length).toBeLessThanOrEqual(MAX_NAME_LENGTH);
      }),
      { numRuns: 400 },
    );
  });

  it('is spelled and normalised between spaces as in one piece', () => {
    fc.assert(
      fc.property(anyName, (text) => {
        expect(spellText(text).normalised).toBe(normalise(text));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['one letter', 'ع'],
    ['one word', 'عبد '],
    ['marks', '\u0651'],
    ['signs of direction', '\u202e'],
    ['halves of a sign', '\ud83d'],
    ['digits', '7'],
    ['chat letters', "3'a"],
    ['pictures', '👨‍👩‍👧'],
    ['articles', 'al-'],
    ['ligatures', 'ﷺ'],
    ['letters that are two', 'ß'],
    ['sons', 'بن '],
    ['vowels of Latin compounds', 'abdaaeddin'],
  ])('is read and compared however long: %s', (_, part) => {
    const text = part.repeat(Math.ceil(10_000 / part.length)).slice(0, 10_000);
    const name = parseName(text);
    expect(name.original).toBe(text);
    expect(name.tokens.length).toBeLessThanOrEqual(MAX_WORDS);
    for (const token of name.tokens) {
      expect(token.folded.length).toBeLessThanOrEqual(MAX_NAME_LENGTH + MAX_WORDS * LONGEST_TAIL);
    }
    const { score } = compareNames(name, parseName(`${text} محمد Ali`));
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
  });

  it('is read and compared up to ten thousand letters', () => {
    const long = fc.oneof(
      fc.string({ unit: 'binary', minLength: 500, maxLength: 10_000 }),
      fc
        .array(fc.constantFrom(...WORDS, '\ud83d', '\u200f'), { minLength: 100, maxLength: 1500 })
        .map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(long, anyName, (text, other) => {
        expect(parseName(text).tokens.length).toBeLessThanOrEqual(MAX_WORDS);
        expect(compare(text, other).score).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('two names', () => {
  it('say the same whichever comes first', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        const there = compare(a, b);
        const back = compare(b, a);
        expect(back.score).toBe(there.score);
        expect(back.centibits).toBe(there.centibits);
        expect(inAnyOrder(back.alignment.map(turned))).toEqual(inAnyOrder(there.alignment));
      }),
      { numRuns: 400 },
    );
  });

  it('are weighed by a comparer as by themselves', () => {
    const comparer = new NameComparer();
    fc.assert(
      fc.property(usual, usual, (a, b) => {
        const [left, right] = [parseName(a), parseName(b)];
        const kept = comparer.keep(right);
        const { score, centibits } = comparer.score(comparer.ask(left), kept);
        const whole = compareNames(left, right);
        expect(score).toBeCloseTo(whole.score, 6);
        expect(centibits).toBe(whole.centibits);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a name and itself', () => {
  const named = (name: fc.Arbitrary<string>) =>
    name.filter((text) => parseName(text).tokens.length > 0);

  it('are never beaten by another name', () => {
    fc.assert(
      fc.property(named(anyName), anyName, (name, other) => {
        const own = compare(name, name);
        const that = compare(name, other);
        expect(own.score).toBeGreaterThanOrEqual(that.score);
        expect(own.centibits).toBeGreaterThanOrEqual(that.centibits);
      }),
      { numRuns: 600 },
    );
  });

  it('are never beaten by the name with a word more, less, or elsewhere', () => {
    const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(words, words, fc.nat(5), fc.nat(5), (name, more, at, from) => {
        const text = name.join(' ');
        fc.pre(parseName(text).tokens.length > 0);
        const others = [
          name.filter((_, index) => index !== from),
          [...name.slice(0, at), more[0], ...name.slice(at)],
          [...name.slice(0, at), more[0], ...name.slice(at + 1)],
          [...name.slice(at), ...name.slice(0, at)],
          [...name].reverse(),
          [...name, ...more],
          [...name, ...name],
        ];
        const own = compare(text, text);
        for (const other of others) {
          const that = compare(text, other.join(' '));
          expect(own.score).toBeGreaterThanOrEqual(that.score);
          expect(own.centibits).toBeGreaterThanOrEqual(that.centibits);
        }
      }),
      { numRuns: 600 },
    );
  });
});
