import { simulate, type Noise } from './index.js';
import { settingsOf } from './options.js';
import { personAt, type Person } from './person.js';
import { planOf } from './plan.js';

function peopleWith(noise: Partial<Noise>): Person[] {
  const settings = settingsOf({ persons: 600, registry: 0, seed: 13, noise });
  const plan = planOf(settings);
  return Array.from(plan.clanOf, (_, index) => personAt(settings, plan, index));
}

const distinct = (people: readonly Person[], key: (person: Person) => unknown): number =>
  new Set(people.map(key)).size;

/** Nobody has a missing relative, and nothing is out of the ordinary. */
const alone: Partial<Noise> = {
  secondReports: 0,
  missingSibling: 0,
  missingCousins: 0,
  missingFather: 0,
  missingGrandfather: 0,
  kin: 0,
};

describe('settings of the people', () => {
  it('miss one of each clan where no relative is to be missing', () => {
    const people = peopleWith(alone);
    expect(distinct(people, ({ clanIndex }) => clanIndex)).toBe(people.length);
    expect(people.every(({ self }) => self.generation === 3)).toBe(true);
  });

  it.each([
    ['missingSibling', (people) => people.length - distinct(people, (one) => one.householdIndex)],
    ['missingCousins', (people) => people.length - distinct(people, (one) => one.clanIndex)],
    ['missingFather', (people) => people.filter(({ self }) => self.generation === 2).length],
    ['missingGrandfather', (people) => people.filter(({ self }) => self.generation === 1).length],
  ] as const satisfies readonly (readonly [keyof Noise, (people: Person[]) => number])[])(
    'miss relatives by %s alone',
    (setting, count) => {
      expect(count(peopleWith(alone))).toBe(0);
      expect(count(peopleWith({ ...alone, [setting]: 0.8 }))).toBeGreaterThan(60);
    },
  );

  it.each([
    ['female', ({ self }) => self.female],
    ['doubleName', ({ self }) => self.given.length > 1],
    ['namedAfterGrandfather', ({ self }) => self.given === self.grandfather],
    ['homeName', ({ homeName }) => homeName !== undefined],
  ] as const satisfies readonly (readonly [keyof Noise, (person: Person) => boolean])[])(
    '%s happens when asked for, and never at 0',
    (setting, holds) => {
      expect(peopleWith({ ...alone, [setting]: 0 }).filter(holds)).toEqual([]);
      expect(peopleWith({ ...alone, [setting]: 1 }).filter(holds).length).toBeGreaterThan(20);
    },
  );

  it('move prisoners, and take households together, only where asked to', () => {
    const still = { moved: 0, provincial: 0 };
    expect(peopleWith(still).filter((one) => one.heldBy !== one.arrestedBy)).toEqual([]);
    const moved = (noise: Partial<Noise>) =>
      peopleWith(noise).filter((one) => one.heldBy !== one.arrestedBy).length;
    expect(moved({ ...still, moved: 1 })).toBeGreaterThan(400);
    expect(moved({ ...still, provincial: 1 })).toBeGreaterThan(200);
    const days = (takenTogether: number) => {
      const people = peopleWith({ ...alone, missingSibling: 0.9, takenTogether });
      return distinct(people, ({ arrestDay, householdIndex }) => `${householdIndex} ${arrestDay}`);
    };
    expect(days(1)).toBeLessThan(days(0) / 1.5);
  });

  it('spell a name in one way only, unless variants and liberties are asked for', () => {
    const spellings = (noise: Partial<Noise>) => {
      const { reports, about } = simulate({
        persons: 600,
        registry: 0,
        seed: 13,
        noise: { ...noise, latinReports: 1, wholeName: 0, typing: 0, shortenedDouble: 0 },
        traditions: { fr: 0, de: 0, tr: 0, ku: 0, chat: 0 },
      });
      return new Set(
        reports.flatMap((row, at) =>
          about.reports[at]?.name[0] === 'محمد' ? [row.given_name] : [],
        ),
      );
    };
    const plain = { latinVariant: 0, latinFreedom: 0, homeNameReported: 0 };
    expect(spellings(plain)).toEqual(new Set(['Mohammad']));
    expect(spellings({ ...plain, latinVariant: 1 }).size).toBeGreaterThan(1);
    expect(spellings({ ...plain, latinFreedom: 1 }).size).toBeGreaterThan(1);
  });
});
