import { NAME_ROLES } from '@athar/arabic-names';
import { postingOf, Worths } from './worths.js';

const role = (...roles: (typeof NAME_ROLES)[number][]) =>
  roles.reduce((bits, each) => bits | (1 << NAME_ROLES.indexOf(each)), 0);
const GIVEN = role('given');
const FATHER = role('father');
const FAMILY = role('family');

/** What words of one share of likeness meet. */
function met(share: number, ...postings: number[]) {
  return { postings: Int32Array.from(postings), ends: [postings.length], shares: [share] };
}

/** Records by slot, with so many parts each. */
function worthsOf(...parts: number[]): Worths {
  const worths = new Worths();
  parts.forEach((count, slot) => worths.put(slot, count, slot));
  return worths;
}

describe('Worths', () => {
  it('sums what records share with a query, by how like the words are', () => {
    const worths = worthsOf(2, 2, 2);
    worths.begin([GIVEN, FAMILY]);
    worths.nextFeature(false);
    worths.add(
      met(100, postingOf(0, GIVEN), postingOf(1, GIVEN)),
      { person: 3, family: 8, either: 3 },
      GIVEN,
      0,
    );
    worths.nextFeature(false);
    worths.add(met(50, postingOf(1, FAMILY)), { person: 3, family: 8, either: 3 }, FAMILY, 1);
    expect(worths.estimate(1)).toBe(300 + 400);
    expect(worths.best(10).sort()).toEqual([0, 1]);
    expect(worths.estimate(0)).toBeLessThan(300);
  });

  it('counts a part that both names may have as either by what it is worth so', () => {
    const worths = worthsOf(2);
    const open = FATHER | FAMILY;
    worths.begin([open]);
    worths.nextFeature(false);
    const worth = { person: 9, family: 4, either: 5 };
    worths.add(met(100, postingOf(0, open), postingOf(1, FAMILY)), worth, open, 0);
    expect(worths.estimate(0)).toBe(500);
    expect(worths.estimate(1)).toBe(400);
  });

  it('counts a feature once for a record, as the likest of its words', () => {
    const worths = worthsOf(1);
    worths.begin([GIVEN]);
    worths.nextFeature(false);
    const twice = {
      postings: Int32Array.of(postingOf(0, GIVEN), postingOf(0, GIVEN)),
      ends: [1, 2],
      shares: [90, 45],
    };
    worths.add(twice, { person: 4, family: 4, either: 4 }, GIVEN, 0);
    expect(worths.estimate(0)).toBe(360);
  });

  it('takes a father of the name for less than the man himself', () => {
    const worths = worthsOf(1, 1);
    worths.begin([GIVEN]);
    worths.nextFeature(false);
    const postings = met(100, postingOf(0, GIVEN), postingOf(1, FATHER));
    worths.add(postings, { person: 9, family: 9, either: 9 }, GIVEN, 0);
    expect(worths.estimate(1)).toBeGreaterThan(0);
    expect(worths.estimate(1)).toBeLessThan(worths.estimate(0));
  });

  it('charges for parts that have others beside them, not for parts that are missing', () => {
    const worths = worthsOf(1, 3);
    worths.begin([GIVEN, FATHER, FAMILY]);
    worths.nextFeature(false);
    worths.add(
      met(100, postingOf(0, GIVEN), postingOf(1, GIVEN)),
      { person: 5, family: 5, either: 5 },
      GIVEN,
      0,
    );
    expect(worths.estimate(0)).toBe(500);
    expect(worths.estimate(1)).toBeLessThan(0);
  });

  it('forgets one query before the next, also where records came between them', () => {
    const worths = worthsOf(1);
    worths.begin([GIVEN]);
    worths.nextFeature(false);
    worths.add(met(100, postingOf(0, GIVEN)), { person: 5, family: 5, either: 5 }, GIVEN, 0);
    for (let slot = 1; slot < 1000; slot += 1) worths.put(slot, 1, slot);
    worths.begin([GIVEN]);
    worths.nextFeature(false);
    worths.add(met(100, postingOf(999, GIVEN)), { person: 2, family: 2, either: 2 }, GIVEN, 0);
    expect(worths.best(10)).toEqual([999]);
    expect(worths.estimate(999)).toBe(200);
  });

  it('gives the best of many, and of equal ones those with the least ties', () => {
    const worths = new Worths();
    const many = Array.from({ length: 500 }, (_, slot) => slot);
    for (const slot of many) worths.put(slot, 1, 1000 - slot);
    worths.begin([GIVEN]);
    worths.nextFeature(false);
    worths.add(met(100, postingOf(7, GIVEN)), { person: 9, family: 9, either: 9 }, GIVEN, 0);
    worths.add(
      met(50, ...many.map((slot) => postingOf(slot, GIVEN))),
      { person: 9, family: 9, either: 9 },
      GIVEN,
      0,
    );
    expect(worths.best(3).sort((a, b) => a - b)).toEqual([7, 498, 499]);
  });
});
