import fc from 'fast-check';
import { compareNames } from './compare-names.js';
import { compareTokens } from './compare-tokens.js';
import { buildFrequencies } from './frequencies.js';
import { NameIndex } from './name-index.js';
import { nearSkeletonsOfWord } from './skeleton.js';
import { parseName } from './parse.js';

const compare = (a: string, b: string) => compareNames(parseName(a), parseName(b));
const score = (a: string, b: string) => compare(a, b).score;

describe('compareTokens', () => {
  it.each([
    ...['Hussein', 'Houssein', 'Hüseyin', '7ussein', 'Hossein'].map((latin) => ['حسين', latin]),
    ...['Youssef', 'Yusuf', 'Yousif'].map((latin) => ['يوسف', latin]),
    ...['Chadi', 'Şadi', 'Shady'].map((latin) => ['شادي', latin]),
    ['جميل', 'Djamil'],
    ['خالد', 'Khaled'],
    ['عثمان', 'عتمان'],
    ['زكريا', 'ذكريا'],
    ['ناظم', 'ناضم'],
    ['Mohamed', 'Muhammad'],
  ])('hears %s in %s', (a, b) => {
    expect(compareTokens(a, b)).toBeGreaterThan(0.75);
  });

  it.each([
    ['حسين', 'Hussein', 'حسن'],
    ['حسن', 'Hassan', 'حسين'],
    ['عمر', 'Omar', 'عمرو'],
    ['سعيد', 'Saeed', 'سعد'],
    ['سعد', 'Saad', 'سعيد'],
    ['محمد', 'Mohamed', 'محمود'],
  ])('holds %s nearer to %s than %s', (name, spelling, near) => {
    expect(compareTokens(name, spelling)).toBeGreaterThan(compareTokens(near, spelling));
    expect(compareTokens(name, near)).toBeLessThan(0.55);
  });

  it('gives nothing for a text that names nobody', () => {
    expect(compareTokens('', 'علي')).toBe(0);
  });
});

describe('compareNames', () => {
  it.each(['عبدالرحمن', 'Abdulrahman', 'Abd el-Rahman', 'Abdel Rahmane', 'Abdel-Rahman'])(
    'knows عبد الرحمن in %s',
    (spelling) => {
      expect(score('عبد الرحمن الحمصي', `${spelling} al-Homsi`)).toBeGreaterThan(0.85);
      expect(score('عبد الرحيم الحمصي', `${spelling} al-Homsi`)).toBeLessThan(0.75);
    },
  );

  it('reads words written together and apart', () => {
    const { alignment } = compare('نزار شهيد خيل', 'Nizar Shahidkhel');
    expect(alignment.map(({ code }) => code)).toEqual(['same-sound', 'joined']);
    expect(score('ابوخالد', 'Abu Khaled')).toBeGreaterThan(0.85);
  });

  it('forgives a missing grandfather, not a missing given name', () => {
    const full = 'سامر يوسف حاتم القصير';
    const without = (name: string) => compare(full, name).centibits;
    expect(without('سامر يوسف القصير')).toBeGreaterThan(without(full) - 1300);
    expect(without('سامر يوسف القصير')).toBeGreaterThan(without('يوسف حاتم القصير') + 300);
    const { alignment } = compare(full, 'سامر يوسف القصير');
    expect(alignment.find(({ right }) => right === null)).toMatchObject({
      left: 2,
      code: 'missing-usual',
      centibits: 0,
    });
  });

  it('finds swapped parts, at a cost', () => {
    const [straight, swapped] = [
      compare('سامر القصير', 'Samer Kassir'),
      compare('سامر القصير', 'Kassir Samer'),
    ];
    expect(swapped.score).toBeGreaterThan(0.7);
    expect(swapped.score).toBeLessThan(straight.score);
    expect(swapped.centibits).toBeLessThan(straight.centibits);
  });

  it('values a rare name above a common one, by the snapshot that it is given', () => {
    expect(compare('المرقبي', 'Markabi').centibits).toBeGreaterThan(
      compare('محمد', 'Mohammad').centibits,
    );
    const many = buildFrequencies(
      Array.from({ length: 3000 }, () => 'مرقبي'),
      'test-1',
    );
    const common = compareNames(parseName('المرقبي'), parseName('Markabi'), many);
    expect(common.centibits).toBeLessThan(200);
  });

  it('weighs brothers lower than one man', () => {
    expect(score('سامر يوسف القصير', 'Rami Youssef Kassir')).toBeLessThan(0.75);
  });

  it('is symmetric, bounded and adds up for any two names', () => {
    const names = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            'محمد',
            'علي',
            'Ali',
            'بن',
            'ابو',
            'عبد',
            'الله',
            'Kassir',
            'القصير',
            'خيل',
            'شهيد',
            'Shahidkhel',
          ),
          { maxLength: 9 },
        )
        .map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(names, names, (a, b) => {
        const there = compare(a, b);
        const back = compare(b, a);
        expect(back.score).toBe(there.score);
        expect(back.centibits).toBe(there.centibits);
        expect(there.score).toBeGreaterThanOrEqual(0);
        expect(there.score).toBeLessThanOrEqual(1);
        expect(there.alignment.reduce((sum, part) => sum + part.centibits, 0)).toBe(
          there.centibits,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('nearSkeletonsOfWord', () => {
  it('shares a key across scripts and over one wrong consonant', () => {
    const share = (a: string, b: string) =>
      nearSkeletonsOfWord(a).some((key) => nearSkeletonsOfWord(b).includes(key));
    expect(share('حسين', 'Hussein')).toBe(true);
    expect(share('القصير', 'Kassir')).toBe(true);
    expect(share('مرقبي', 'مرقدي')).toBe(true);
    expect(share('سامر', 'وليد')).toBe(false);
  });
});

describe('NameIndex', () => {
  it('ranks the likeliest first, equal ones by id, whatever the order of the records', () => {
    const records = [
      { id: 'c', name: 'حسن القصير' },
      { id: 'b', name: 'حسين القصير' },
      { id: 'a', name: 'حسين القصير' },
      { id: 'd', name: 'وليد مرقبي' },
    ];
    const ranked = (list: typeof records) =>
      NameIndex.build(list).search('Houssein al-Kassir', { limit: 3 });
    expect(ranked(records).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(ranked([...records].reverse())).toEqual(ranked(records));
  });

  const people = [
    'حسن القصير',
    'Rami Nassar',
    'مجهول الهوية',
    'رامي نصار',
    'وليد مرقبي',
    '227',
  ].map((name, place) => ({ id: `${place}`, name }));

  it('finds for many names what it finds for each', () => {
    const index = NameIndex.build(people);
    const asked = ['Rami', 'رامي نصار', 'Hassan al-Kassir', '', 'رامي نصار'];
    const found = index.searchAll(asked, { limit: 3 });
    expect(found).toEqual(asked.map((name) => index.search(name, { limit: 3 })));
  });

  it('gives no name that has nothing in common, and tells texts that have no name', () => {
    const index = NameIndex.build(people);
    expect(index.search('Rami').map(({ id }) => id)).toEqual(['1', '3']);
    expect(index.search('Zbigniew')).toEqual([]);
    expect(index.nameless).toEqual([2, 5]);
  });
});
