import { compareNames } from './compare-names.js';
import { parseName } from './parse.js';

const score = (a: string, b: string) => compareNames(parseName(a), parseName(b)).score;

describe('the order of names', () => {
  it.each([
    ['خالد محمود', 'محمود خالد'],
    ['Bassam Munir Attar', 'Munir Bassam Attar'],
    ['سليم أحمد علي الدباغ', 'سليم علي أحمد الدباغ'],
  ])('tells %s from %s: a father and his son', (a, b) => {
    expect(score(a, b)).toBeLessThan(0.845);
  });

  it.each([
    ['خالد يوسف النجار', 'النجار خالد يوسف'],
    ['al-Sabbagh Khaled', 'خالد الصباغ'],
  ])('takes %s and %s for one: the family stands first', (a, b) => {
    expect(score(a, b)).toBeGreaterThan(0.85);
  });

  it('says of names in turn that they speak against one person', () => {
    const { alignment, centibits } = compareNames(parseName('خالد محمود'), parseName('محمود خالد'));
    expect(alignment.map(({ code }) => code)).toEqual(['moved', 'moved']);
    expect(alignment.reduce((sum, part) => sum + part.centibits, 0)).toBe(centibits);
    expect(centibits).toBeLessThanOrEqual(0);
  });
});
