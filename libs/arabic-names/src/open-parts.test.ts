import { compareNames } from './compare-names.js';
import { buildFrequencies, generalFrequencies } from './frequencies.js';
import { parseName } from './parse.js';
import type { NameParts } from './types.js';

function bits(left: string | NameParts, right: string | NameParts): number {
  return compareNames(parseName(left), parseName(right), generalFrequencies()).centibits / 100;
}

const FIELDS: NameParts = { given: 'يوسف', father: 'ماجد', family: 'جناح' };

describe('words whose part is not stated', () => {
  it('hardly speak against a family when they may be the grandfather', () => {
    const short = bits('يوسف ماجد', FIELDS);
    expect(bits('يوسف ماجد أحمد', FIELDS)).toBeGreaterThan(short - 3);
    expect(bits('يوسف ماجد الحلبي', FIELDS)).toBeLessThan(short - 3.5);
  });

  it('speak against it when the other name has the grandfather too', () => {
    const whole = { ...FIELDS, grandfather: 'سليم' };
    expect(bits('يوسف ماجد أحمد', whole)).toBeLessThan(bits('يوسف ماجد أحمد', FIELDS));
  });

  it('say the same whichever name comes first', () => {
    expect(bits(FIELDS, 'يوسف ماجد أحمد')).toBe(bits('يوسف ماجد أحمد', FIELDS));
  });
});

describe('a father of one name who is the family of the other', () => {
  const father = { given: 'حميد', father: 'مصطفى', family: 'الصدام' };

  it('does not hide that the fathers differ', () => {
    const moved = { given: 'حميد', father: 'محمود', family: 'مصطفى' };
    const given = bits({ given: 'حميد' }, { given: 'حميد' });
    expect(bits(father, moved)).toBeLessThan(given);
  });
});

describe('a last word that may be a forefather or the family', () => {
  const often = Array.from({ length: 400 }, (_, n) => ({
    given: ['يوسف', 'ماجد', 'سليم', 'نبيل'][n % 4] ?? '',
    family: n % 2 === 0 ? 'بلوط' : 'زيتون',
  }));
  const frequencies = buildFrequencies(
    often.map((parts) => parseName(parts)),
    'test',
  );
  const compare = (left: string | NameParts, right: string | NameParts) =>
    compareNames(parseName(left), parseName(right), frequencies);

  it('says little where it is common as a family, however rare among men', () => {
    const stated = compare({ family: 'بلوط' }, { family: 'بلوط' }).centibits;
    const open = compare('يوسف بلوط', 'يوسف بلوط').byRole.family;
    expect(open).toBeGreaterThan(stated - 1);
    expect(open).toBeLessThan(stated + 100);
  });

  it('is taken for the family', () => {
    const { byRole } = compare('يوسف ماجد بلوط', 'يوسف ماجد بلوط');
    expect(byRole.family).toBeGreaterThan(0);
    expect(byRole.grandfather).toBe(0);
  });
});

describe('a title before a last word that the other name has without it', () => {
  it('says less for a pair than the same words, and more than another family', () => {
    const titled = 'محمد أحمد الحاج يوسف';
    const without = bits(titled, 'محمد أحمد اليوسف');
    expect(without).toBeLessThan(bits(titled, 'محمد أحمد حاج يوسف') - 2);
    expect(without).toBeGreaterThan(bits(titled, 'محمد أحمد الحلبي') + 2);
  });
});

describe('names that end in different parts', () => {
  it('are one a little less often than a name that ends before', () => {
    const ends = bits('يوسف ماجد أحمد', FIELDS);
    expect(ends).toBeLessThan(bits('يوسف ماجد', FIELDS) - 1);
    expect(ends).toBeGreaterThan(bits('يوسف ماجد الحلبي', FIELDS) + 0.5);
  });
});
