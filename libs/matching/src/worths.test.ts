import { NAME_ROLES } from '@athar/arabic-names';
import { MANY_PARTS, postingOf } from './posting.js';
import { Worths, type Feature, type Worth } from './worths.js';

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

const NOTHING_MORE = () => 0;

/** A part of a query's name. */
function feature(worth: Worth, roles: number, part: number, mostParts = MANY_PARTS): Feature {
  return { worth, roles, part, mostParts };
}

describe('Worths', () => {
  it('sums what records share with a query, by how like the words are', () => {
    const worths = worthsOf(2, 2, 2);
    worths.begin([GIVEN, FAMILY]);
    worths.nextFeature();
    worths.add(
      met(100, postingOf(0, GIVEN), postingOf(1, GIVEN)),
      feature({ person: 3, family: 8, either: 3 }, GIVEN, 0),
    );
    worths.nextFeature();
    worths.add(
      met(50, postingOf(1, FAMILY)),
      feature({ person: 3, family: 8, either: 3 }, FAMILY, 1),
    );
    expect(worths.estimate(1)).toBe(300 + 400);
    expect(worths.best(10, NOTHING_MORE).sort()).toEqual([0, 1]);
    expect(worths.estimate(0)).toBeLessThan(300);
  });

  it('counts a part that both names may have as either by what it is worth so', () => {
    const worths = worthsOf(2);
    const open = FATHER | FAMILY;
    worths.begin([open]);
    worths.nextFeature();
    const worth = { person: 9, family: 4, either: 5 };
    worths.add(met(100, postingOf(0, open), postingOf(1, FAMILY)), feature(worth, open, 0));
    expect(worths.estimate(0)).toBe(500);
    expect(worths.estimate(1)).toBe(400);
  });

  it('counts a feature once for a record, as the likest of its words', () => {
    const worths = worthsOf(1);
    worths.begin([GIVEN]);
    worths.nextFeature();
    const twice = {
      postings: Int32Array.of(postingOf(0, GIVEN), postingOf(0, GIVEN)),
      ends: [1, 2],
      shares: [90, 45],
    };
    worths.add(twice, feature({ person: 4, family: 4, either: 4 }, GIVEN, 0));
    expect(worths.estimate(0)).toBe(360);
  });

  it('takes a father of the name for less than the man himself', () => {
    const worths = worthsOf(1, 1);
    worths.begin([GIVEN]);
    worths.nextFeature();
    const postings = met(100, postingOf(0, GIVEN), postingOf(1, FATHER));
    worths.add(postings, feature({ person: 9, family: 9, either: 9 }, GIVEN, 0));
    expect(worths.estimate(1)).toBeGreaterThan(0);
    expect(worths.estimate(1)).toBeLessThan(worths.estimate(0));
  });

  it('charges for parts that have others beside them, not for parts that are missing', () => {
    const worths = worthsOf(1, 3);
    worths.begin([GIVEN, FATHER, FAMILY]);
    worths.nextFeature();
    worths.add(
      met(100, postingOf(0, GIVEN), postingOf(1, GIVEN)),
      feature({ person: 5, family: 5, either: 5 }, GIVEN, 0),
    );
    expect(worths.estimate(0)).toBe(500);
    expect(worths.estimate(1)).toBeLessThan(0);
  });

  it('forgets one query before the next, also where records came between them', () => {
    const worths = worthsOf(1);
    worths.begin([GIVEN]);
    worths.nextFeature();
    worths.add(
      met(100, postingOf(0, GIVEN)),
      feature({ person: 5, family: 5, either: 5 }, GIVEN, 0),
    );
    for (let slot = 1; slot < 1000; slot += 1) worths.put(slot, 1, slot);
    worths.begin([GIVEN]);
    worths.nextFeature();
    worths.add(
      met(100, postingOf(999, GIVEN)),
      feature({ person: 2, family: 2, either: 2 }, GIVEN, 0),
    );
    expect(worths.best(10, NOTHING_MORE)).toEqual([999]);
    expect(worths.estimate(999)).toBe(200);
  });

  it('gives the best of many, and of equal ones those with the least ties', () => {
    const worths = new Worths();
    const many = Array.from({ length: 500 }, (_, slot) => slot);
    for (const slot of many) worths.put(slot, 1, 1000 - slot);
    worths.begin([GIVEN]);
    worths.nextFeature();
    worths.add(
      met(100, postingOf(7, GIVEN)),
      feature({ person: 9, family: 9, either: 9 }, GIVEN, 0),
    );
    worths.add(
      met(50, ...many.map((slot) => postingOf(slot, GIVEN))),
      feature({ person: 9, family: 9, either: 9 }, GIVEN, 0),
    );
    expect(worths.best(3, NOTHING_MORE).sort((a, b) => a - b)).toEqual([7, 498, 499]);
  });

  it('brings in, once many share a rarer part, only those of whose name little more is known', () => {
    const rarer = Array.from({ length: 1000 }, (_, slot) => slot);
    const shared = [1, 3].map((parts, at) => postingOf(1000 + at, GIVEN, parts));
    const found = (few: number) => {
      const worths = worthsOf(...rarer.map(() => 3), 1, 3);
      const worth = { person: 3, family: 3, either: 3 };
      worths.begin([GIVEN, FAMILY]);
      worths.nextFeature();
      const families = rarer.slice(0, few).map((slot) => postingOf(slot, FAMILY));
      worths.add(met(100, ...families), feature(worth, FAMILY, 1));
      worths.nextFeature();
      worths.add(met(100, postingOf(0, GIVEN), ...shared), feature(worth, GIVEN, 0, 1));
      return worths.best(5000, NOTHING_MORE).filter((slot) => slot >= 1000);
    };
    expect(found(1000)).toEqual([1000]);
    expect(found(999)).toEqual([1000, 1001]);
  });
});
