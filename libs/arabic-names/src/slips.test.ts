import { compareNames } from './compare-names.js';
import { parseName } from './parse.js';

const ofGiven = (a: string, b: string) => {
  const { byRole } = compareNames(
    parseName({ given: a, family: 'الحلبي' }),
    parseName({ given: b, family: 'الحلبي' }),
  );
  return byRole.given;
};

describe('a slip of pen or eye', () => {
  it.each([
    ['علي', 'لي'],
    ['خليل', 'خيل'],
    ['عباس', 'باس'],
    ['محمد', 'محمس'],
    ['حسين', 'حين'],
    ['أحمد', 'أجمد'],
  ])('makes of %s the word %s, which hardly anybody is called: for one name', (name, slip) => {
    expect(ofGiven(name, slip)).toBeGreaterThan(0);
    expect(ofGiven(name, slip)).toBeLessThanOrEqual(ofGiven(name, name));
  });

  it.each([
    ['حسن', 'حسين'],
    ['كمال', 'جمال'],
    ['محمد', 'حمد'],
  ])('seldom makes of %s the usual name %s: against one name', (name, other) => {
    expect(ofGiven(name, other)).toBeLessThan(-200);
  });

  it.each([
    ['خليل', 'خي'],
    ['علي', 'ل'],
    ['نضال', 'ضا'],
  ])('is one letter, not more: %s and %s', (name, other) => {
    expect(ofGiven(name, other)).toBeLessThan(0);
  });
});
