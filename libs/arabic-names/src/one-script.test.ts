import { compareNames } from './compare-names.js';
import { parseName } from './parse.js';

const score = (a: string, b: string) => compareNames(parseName(a), parseName(b)).score;

describe('Arabic writings of one name', () => {
  it.each([
    ['عبد الرحمن', 'عبد الرحمان'],
    ['سليمان', 'سليمن'],
    ['عثمان', 'عثمن'],
    ['إبراهيم', 'ابرهيم'],
    ['إسماعيل', 'اسمعيل'],
    ['إسماعيل', 'اسماعين'],
    ['إسحاق', 'اسحق'],
    ['هارون', 'هرون'],
    ['طه', 'طاها'],
    ['ياسين', 'يس'],
    ['عائشة', 'عيشة'],
    ['هناء', 'هنا'],
  ])('has %s for %s', (a, b) => {
    expect(score(a, b)).toBeGreaterThan(0.85);
    expect(score(b, a)).toBe(score(a, b));
  });

  it.each([
    ['علاء', 'علا'],
    ['ناصر الدين', 'نصر الدين'],
    ['ناصر', 'نصر'],
    ['حسان', 'حسن'],
    ['إيمان', 'أيمن'],
    ['سلامة', 'سلمة'],
    ['كمال الدين', 'جمال الدين'],
    ['أم علي', 'أبو علي'],
  ])('does not have %s for %s', (a, b) => {
    expect(score(a, b)).toBeLessThan(0.5);
    expect(score(b, a)).toBe(score(a, b));
  });

  it('has compounds for one that differ in letters that are taken for each other', () => {
    expect(score('شمس الدين', 'شمش الدين')).toBeGreaterThan(0.5);
    expect(score('علاء الدين', 'علا الدين')).toBeGreaterThan(0.9);
  });
});
