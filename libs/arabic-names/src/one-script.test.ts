import { compareNames } from './compare-names.js';
import { buildFrequencies } from './frequencies.js';
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

describe('Latin writings', () => {
  it.each([
    ['Khaled', 'Khalid'],
    ['Ahmed', 'Ahmad'],
    ['Nader', 'Nadir'],
    ['Tarek', 'Tarik'],
    ['Samir', 'Sameer'],
    ['Amir', 'Ameer'],
  ])('have %s and %s for one name', (a, b) => {
    expect(score(a, b)).toBeGreaterThan(0.85);
  });

  it.each([
    ['Samer', 'Samir'],
    ['Rashed', 'Rashid'],
    ['Hamed', 'Hamid'],
    ['Amer', 'Amir'],
  ])('have %s and %s for near names, since either has its own', (a, b) => {
    expect(score(a, b)).toBeLessThan(0.75);
    expect(score(b, a)).toBe(score(a, b));
  });

  it('leave Salem and Salim in doubt, since سالم is spelled in both ways', () => {
    expect(score('Salem', 'Salim')).toBeLessThan(score('Khaled', 'Khalid'));
  });
});

describe('words hardly alike', () => {
  const family = (a: string, b: string) =>
    compareNames(parseName({ family: a }), parseName({ family: b })).byRole.family;

  it('speak for one name where others would not be even so like', () => {
    expect(family('Muhannad', 'Mouhened')).toBeGreaterThan(200);
    expect(family('Yahya', 'Jehia')).toBeGreaterThan(200);
    expect(family('Muhannad', 'Ziad')).toBeLessThan(-300);
  });

  it('say little where both are usual spellings, and nothing for a woman of the same root', () => {
    expect(family('Samer', 'Samir')).toBeLessThan(100);
    expect(family('Nasr', 'Nasrah')).toBeLessThanOrEqual(0);
    expect(family('جميل', 'Cemile')).toBeLessThanOrEqual(0);
  });
});

describe('one Latin spelling on both sides', () => {
  const worth = (names: readonly string[], a: string, b: string) =>
    compareNames(parseName(a), parseName(b), buildFrequencies(names, 'test')).byRole.given;
  const list = (...names: string[]) =>
    Array.from({ length: 3000 }, (_, at) => names[at % names.length] ?? '');
  const others = ['Nizar', 'Bashar', 'Wael', 'Ghassan', 'Tarek', 'Munir'];

  it('says more than the sound alone only where others spell the name otherwise', () => {
    const one = list('Khaled', ...others);
    const many = list('Khaled', 'Halid', 'Khalid', 'Chaled', 'Xalid', ...others);
    expect(worth(one, 'Khaled', 'Khaled')).toBe(worth(one, 'Khaled', 'Khalid'));
    expect(worth(many, 'Khaled', 'Khaled')).toBeGreaterThan(worth(many, 'Khaled', 'Khalid'));
  });
});
