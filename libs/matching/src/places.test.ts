import { comparePersons } from './compare-persons.js';
import { placeOf } from './places.js';

/** Code of the evidence that two homes make, each a governorate and a place. */
function evidenceOf(left: readonly [string, string], right: readonly [string, string]): string {
  const record = ([homeGovernorate, homePlace]: readonly [string, string]) => ({
    id: 'r',
    homeGovernorate,
    homePlace,
  });
  const { evidence } = comparePersons(record(left), record(right));
  return evidence.find(({ kind }) => kind === 'place')?.code ?? 'none';
}

describe('placeOf', () => {
  it.each([
    ['ريف دمشق', 'دوما'],
    ['', 'ريف دمشق - دوما'],
    ['', 'Douma, Rif Dimashq'],
    ['Rural Damascus', 'Duma'],
    ['محافظة ريف دمشق', 'مدينة دوما'],
    ['دمشق', 'دوما'],
    ['SY03', 'SY030200'],
    ['SY0302', ''],
  ])('reads %s, %s as the town of Douma', (governorate, place) => {
    expect(placeOf(governorate, place)).toMatchObject({
      governorate: 'SY03',
      district: 'SY0302',
      spot: 'SY0302',
    });
  });

  it('leaves open where a place lies of whose name there are several', () => {
    expect(placeOf(undefined, 'صوران')).toMatchObject({ governorate: null, known: false });
    expect(placeOf('حماة', 'صوران')).toMatchObject({ district: 'SY0501', known: true });
  });

  it('takes a governorate that it does not know for a place, not for another governorate', () => {
    expect(evidenceOf(['somewhere', ''], ['SY04', ''])).toBe('none');
    expect(placeOf('', ' - ')).toBeNull();
    expect(placeOf(undefined, undefined)).toBeNull();
  });

  it('takes no home for known that is said not to be', () => {
    expect(placeOf('غير معروف', 'Unknown')).toBeNull();
    expect(placeOf('حماة', 'غير محدد')).toMatchObject({ governorate: 'SY05', spot: null });
    expect(evidenceOf(['', 'unknown'], ['', 'غير معروف'])).toBe('none');
    expect(evidenceOf(['', 'n/a'], ['', 'N/A'])).toBe('none');
  });
});

describe('the evidence of two homes', () => {
  it.each([
    [['Hamah governorate', 'As-Salamiyeh'], ['', 'سلمية'], 'same-place'],
    [['', 'Kafr Nowhere'], ['', 'كفر نوهر'], 'same-place'],
    [['', 'Harasta'], ['ريف دمشق', 'عدرا'], 'near-place'],
    [['SY0302', 'قرية التينة'], ['SY03', 'Douma'], 'same-district'],
    [['حمص', ''], ['', 'Rastan'], 'same-governorate'],
    [['', 'الرستن'], ['', 'Tadmur'], 'other-district'],
    [['', 'الرستن'], ['Hama', ''], 'neighbouring-governorate'],
    [['', 'الرستن'], ['', 'Qamishli'], 'other-governorate'],
  ] as const)('%j and %j: %s', (left, right, code) => {
    expect(evidenceOf(left, right)).toBe(code);
    expect(evidenceOf(right, left)).toBe(code);
  });
});
