import { compareNames } from './compare-names.js';
import { GENERAL_FREQUENCIES } from './frequencies.js';
import { parseName } from './parse.js';
import type { NameParts } from './types.js';

function bits(left: string | NameParts, right: string | NameParts): number {
  return compareNames(parseName(left), parseName(right), GENERAL_FREQUENCIES).centibits / 100;
}

const FIELDS: NameParts = { given: 'يوسف', father: 'ماجد', family: 'جناح' };

describe('words whose part is not stated', () => {
  it('hardly speak against a family when they may be the grandfather', () => {
    const short = bits('يوسف ماجد', FIELDS);
    expect(bits('يوسف ماجد أحمد', FIELDS)).toBeGreaterThan(short - 2);
    expect(bits('يوسف ماجد الحلبي', FIELDS)).toBeLessThan(short - 3);
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
