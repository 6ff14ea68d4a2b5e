import fc from 'fast-check';
import { keysOf } from '../name-keys.js';
import { parseName } from '../parse.js';
import { tokenKeys } from './token-keys.js';

function keysOfWord(word: string): { exact: readonly string[]; all: readonly string[] } {
  const token = parseName(word).tokens[0];
  const { exact, near } = token === undefined ? { exact: [], near: [] } : tokenKeys(token);
  return { exact, all: [...exact, ...near] };
}

function share(a: readonly string[], b: readonly string[]): boolean {
  return a.some((key) => b.includes(key));
}

describe('tokenKeys', () => {
  it.each([
    ['حسين', 'Hussein Houcine Hüseyin Hisên 7ussein Husain'],
    ['علي', 'Ali Aly 3ali Alî'],
    ['أحمد', 'Ahmad Ahmet Ehmed a7mad'],
    ['محمد', 'Mohammad Mehmet Mihemed m7amad'],
    ['جمال', 'Jamal Djamal Cemal Gamal Dschamal'],
    ['رمضان', 'Ramadan Ramazan Remezan'],
    ['خالد', 'Khaled Halit Xalid 5aled Chalid'],
    ['شريف', 'Sharif Chérif Şerif Scherif Sjarif'],
    ['طارق', 'Tariq Tarek Tarık 6are2 6are8'],
    ['مصطفى', 'Mustafa Moustapha Mostafa'],
    ['إسحاق', 'Ishaq'],
    ['الفارسي', 'Alfarsi El-Farsi Farsi'],
    ['الشامي', 'Ashshami Chami al-Shami'],
    ['الأخضر', 'Lakhdar Alakhdar'],
    ['أنور', 'Anwar Enver Anouar'],
    ['أم كلثوم', 'Ümmügülsüm Ummukulsum Oumkalthoum'],
    ['شيخموس', 'Şêxmûs Şexmus Şeyhmus Scheichmus'],
    ['قره بيت', 'Garabed Karabet Garabet'],
  ])('%s and %s have a key in common', (arabic, spellings) => {
    for (const latin of spellings.split(' ')) {
      expect([latin, share(keysOfWord(arabic).all, keysOfWord(latin).all)]).toEqual([latin, true]);
    }
  });

  it('needs no error for usual spellings', () => {
    const usual = [
      ['حسين', 'Houssein'],
      ['جمال', 'Cemal'],
      ['رمضان', 'Ramazan'],
    ] as const;
    for (const [arabic, latin] of usual) {
      expect(share(keysOfWord(arabic).exact, keysOfWord(latin).exact)).toBe(true);
    }
  });

  it('allows for one wrong consonant', () => {
    expect(share(keysOfWord('حازم').all, keysOfWord('Hazen').all)).toBe(true);
    expect(share(keysOfWord('القصير').all, keysOfWord('القضير').all)).toBe(true);
    expect(share(keysOfWord('البرقاوي').all, keysOfWord('البراوي').all)).toBe(true);
  });

  it.each([
    ['باسل', 'باس'],
    ['سعد', 'سعر'],
  ])('allows for no error where too little would be left: %s, %s', (one, other) => {
    expect(share(keysOfWord(one).all, keysOfWord(other).all)).toBe(false);
  });

  it('allows for a consonant left out of four', () => {
    expect(share(keysOfWord('إبراهيم').all, keysOfWord('Ibahim').all)).toBe(true);
    expect(share(keysOfWord('حمدان').all, keysOfWord('حمان').all)).toBe(true);
  });

  it('tells short names apart by their ends', () => {
    expect(share(keysOfWord('علي').exact, keysOfWord('لؤي').exact)).toBe(false);
  });

  it('gives few keys for any word, and some for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const token of parseName(text).tokens) {
          const { exact, near } = tokenKeys(token);
          expect(exact.length).toBeGreaterThan(0);
          expect(exact.length + near.length).toBeLessThanOrEqual(300);
        }
      }),
    );
    expect(keysOfWord('aldzxckhxgdxtxckhzqzz').all.length).toBeLessThanOrEqual(300);
  });
});

describe('keysOf', () => {
  it('gives the rarest keys first: those of a rare family name before those of محمد', () => {
    const keys = keysOf('محمد الزملكاني').map(({ key }) => key);
    const places = (word: string) => keysOfWord(word).exact.map((key) => keys.indexOf(key));
    expect(Math.min(...places('الزملكاني'))).toBeLessThan(keys.indexOf('mhmd'));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has no keys for what names nobody', () => {
    expect(keysOf('مجهول')).toEqual([]);
    expect(keysOf('…')).toEqual([]);
  });
});
