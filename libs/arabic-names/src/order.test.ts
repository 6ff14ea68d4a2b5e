import { compareNames } from './compare-names.js';
import { parseName } from './parse.js';
import type { NameParts } from './types.js';

const score = (a: string, b: string) => compareNames(parseName(a), parseName(b)).score;

describe('the order of names', () => {
  it.each([
    ['خالد محمود', 'محمود خالد'],
    ['أحمد محمد الحلبي', 'محمد أحمد الحلبي'],
    ['محمد علي حسن الطحان', 'محمد حسن علي الطحان'],
    ['Bassam Munir Attar', 'Munir Bassam Attar'],
    ['سليم أحمد علي الدباغ', 'سليم علي أحمد الدباغ'],
  ])('tells %s from %s: a father and his son', (a, b) => {
    expect(score(a, b)).toBeLessThan(0.845);
  });

  it.each([
    ['خالد يوسف النجار', 'النجار خالد يوسف'],
    ['al-Sabbagh Khaled', 'خالد الصباغ'],
    ['Halabi, Nizar', 'Nizar Halabi'],
    ['Haddad, Samir', 'سمير حداد'],
    ['حداد، سمير يوسف', 'سمير يوسف حداد'],
  ])('takes %s and %s for one: the family stands first', (a, b) => {
    expect(score(a, b)).toBeGreaterThan(0.85);
  });

  it('says of parts in turn that they are moved, and what that is worth', () => {
    const turned = compareNames(parseName('خالد محمود سعيد'), parseName('محمود خالد سعيد'));
    const straight = compareNames(parseName('خالد محمود سعيد'), parseName('خالد محمود سعيد'));
    expect(turned.alignment.map(({ code }) => code)).toEqual(['turned', 'turned', 'same']);
    expect(turned.alignment.reduce((sum, part) => sum + part.centibits, 0)).toBe(turned.centibits);
    expect(turned.centibits).toBeLessThan(straight.centibits / 2);
  });

  it.each([
    ['محمد الدقران بن حسام الدين', 'محمد حسام الدين الدقران'],
    ['Mahmoud Attié bin Ziad', 'محمود زياد عطية'],
  ])('takes %s and %s for one: the family stands before بن', (a, b) => {
    expect(score(a, b)).toBeGreaterThan(0.8);
  });

  const bits = (a: string | NameParts, b: string) =>
    compareNames(parseName(a), parseName(b)).centibits;

  it('reads a first word with an article as the family that stands first', () => {
    const usual = bits('نزار خالد الصباغ', 'نزار خالد الصباغ');
    expect(bits('نزار خالد الصباغ', 'الصباغ نزار خالد')).toBe(usual);
    expect(bits('خالد سعيد حمزة', 'العطار خالد سعيد حمزة')).toBeGreaterThan(1500);
  });

  it('weighs a family that stands first once, where a form says that it is one, not each part that it moves', () => {
    const stated = { given: 'نزار', father: 'خالد', family: 'هلال' };
    const usual = bits(stated, 'نزار خالد هلال');
    const first = bits(stated, 'هلال نزار خالد');
    expect(first).toBeLessThan(usual);
    expect(first).toBeGreaterThan(usual - 600);
    expect(bits('نزار خالد هلال', 'هلال نزار خالد')).toBeLessThan(first - 300);
  });
});
