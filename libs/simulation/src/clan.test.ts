import { clanAt, clanSize } from './clan.js';
import { settingsOf } from './options.js';
import { personAt, type Person } from './person.js';
import { planOf } from './plan.js';

const settings = settingsOf({ persons: 3000, registry: 2000, seed: 5 });
const plan = planOf(settings);
const people = Array.from(plan.clanOf, (_, index) => personAt(settings, plan, index));

/** Persons by what `key` says of them, in groups of two and more. */
function groups(key: (person: Person) => string | number): Person[][] {
  const found = new Map<string | number, Person[]>();
  for (const person of people) {
    found.set(key(person), [...(found.get(key(person)) ?? []), person]);
  }
  return [...found.values()].filter((group) => group.length > 1);
}

const fullName = ({ clan, self }: Person): string =>
  [...self.given, ...self.father, ...self.grandfather, clan.familyName]
    .map(({ ar }) => ar)
    .join(' ');
const calledBy = (name: Person['self']['given']): string => name.at(-1)?.ar ?? '';

describe('clans', () => {
  it('let brothers share father, mother and family, and differ in the given name', () => {
    const siblings = groups(({ householdIndex }) => householdIndex);
    expect(siblings.length).toBeGreaterThan(300);
    for (const group of siblings) {
      expect(new Set(group.map(({ self }) => calledBy(self.father))).size).toBe(1);
      expect(new Set(group.map(({ self }) => self.mother.ar)).size).toBe(1);
      expect(new Set(group.map(({ self }) => calledBy(self.given))).size).toBe(group.length);
    }
  });

  it('let cousins share the grandfather and have fathers of different names', () => {
    const clans = groups(({ clanIndex, self }) => `${clanIndex} ${self.generation}`).filter(
      (group) =>
        group[0]?.self.generation === 3 &&
        new Set(group.map(({ householdIndex }) => householdIndex)).size > 1,
    );
    expect(clans.length).toBeGreaterThan(100);
    for (const group of clans) {
      const fathers = new Map(group.map(({ self, householdIndex }) => [householdIndex, self]));
      const names = [...fathers.values()].map(({ father }) => calledBy(father));
      expect(new Set(names).size).toBe(names.length);
      expect(new Set(group.map(({ self }) => calledBy(self.grandfather))).size).toBe(1);
    }
  });

  it('miss fathers beside their sons, and some grandfathers, old enough to be that', () => {
    const fathers = people.filter(({ self }) => self.generation === 2);
    expect(fathers.length).toBeGreaterThan(120);
    const elders = people.filter(({ self }) => self.generation === 1);
    expect(elders.length).toBeGreaterThan(5);
    for (const { self } of [...fathers, ...elders]) expect(self.birthYear).toBeGreaterThan(1930);
    for (const { clan, self } of fathers) {
      const sons = clan.missing.filter(
        (one) => one.generation === 3 && one.livesIn === self.livesIn,
      );
      expect(sons.length).toBeGreaterThan(0);
      for (const son of sons) {
        expect(calledBy(son.father)).toBe(calledBy(self.given));
        expect(son.birthYear - self.birthYear).toBeGreaterThanOrEqual(19);
      }
    }
  });

  it('are often taken together: one day, one holder, and numbers that lie close', () => {
    const pairs = groups(({ householdIndex }) => householdIndex).map(
      ([one, other]) => [one, other] as [Person, Person],
    );
    const together = pairs.filter(([one, other]) => one.arrestDay === other.arrestDay);
    expect(together.length / pairs.length).toBeGreaterThan(0.3);
    expect(together.length / pairs.length).toBeLessThan(0.6);
    const close = together.filter(
      ([one, other]) =>
        one.heldBy === other.heldBy &&
        Math.abs(Number.parseInt(one.number, 10) - Number.parseInt(other.number, 10)) < 25,
    );
    expect(close.length / together.length).toBeGreaterThan(0.5);
  });

  it('have distant cousins who bear the same name and whose mothers differ', () => {
    const homonyms = groups(fullName).filter(
      (group) => new Set(group.map(({ self }) => self.mother.ar)).size > 1,
    );
    expect(homonyms.length).toBeGreaterThan(30);
  });

  it('stand on both sides: brothers of the documented are reported', () => {
    const householdsOf = (rows: readonly number[]) =>
      new Set(rows.map((person) => people[person]?.householdIndex));
    const documented = new Set(plan.entries);
    const reportedOnly = [...plan.reports].filter((person) => !documented.has(person));
    const inRegistry = householdsOf([...plan.entries]);
    const both = [...householdsOf(reportedOnly)].filter((one) => inRegistry.has(one));
    expect(both.length).toBeGreaterThan(50);
  });

  it('are the same however often they are asked for', () => {
    expect(clanAt(settings, 42)).toEqual(clanAt(settings, 42));
    expect(clanAt(settings, 42).missing).toHaveLength(clanSize(settings, 42));
  });
});
