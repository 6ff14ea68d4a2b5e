import { familyAt, familySize } from './family.js';
import { settingsOf } from './options.js';
import { personAt } from './person.js';
import { planOf } from './plan.js';

const settings = settingsOf({ persons: 3000, registry: 2000, seed: 5 });
const plan = planOf(settings);

describe('families', () => {
  it('let brothers share father, family and mother, and differ in the given name', () => {
    let pairs = 0;
    for (let index = 1; index < plan.familyOf.length; index += 1) {
      if (plan.familyOf[index] !== plan.familyOf[index - 1]) continue;
      const [older, younger] = [
        personAt(settings, plan, index - 1),
        personAt(settings, plan, index),
      ];
      expect(younger.family).toEqual(older.family);
      expect(younger.self.given.at(-1)?.ar).not.toBe(older.self.given.at(-1)?.ar);
      pairs += 1;
    }
    expect(pairs).toBeGreaterThan(300);
  });

  it('stand with brothers on both sides', () => {
    const familiesOf = (rows: Uint32Array) =>
      new Set([...rows].map((person) => plan.familyOf[person]));
    const documented = new Set(plan.entries);
    const reportedOnly = plan.reports.filter((person) => !documented.has(person));
    const inRegistry = familiesOf(plan.entries);
    expect([...familiesOf(reportedOnly)].filter((f) => inRegistry.has(f)).length).toBeGreaterThan(
      50,
    );
  });

  it('have cousins who bear the same name and whose mothers differ', () => {
    const names = new Map<string, string>();
    let homonyms = 0;
    for (let index = 0; index < plan.familyOf.length; index += 1) {
      const { family, self } = personAt(settings, plan, index);
      const parts = [...self.given, ...family.father, ...family.grandfather, family.familyName];
      const name = parts.map(({ ar }) => ar).join(' ');
      const mother = `${family.mother.ar} ${family.mothersFamily.ar}`;
      const known = names.get(name);
      if (known !== undefined && known !== mother) homonyms += 1;
      names.set(name, mother);
    }
    expect(homonyms).toBeGreaterThan(30);
  });

  it('are the same however often they are asked for', () => {
    expect(familyAt(settings, 42)).toEqual(familyAt(settings, 42));
    expect(familyAt(settings, 42).members).toHaveLength(familySize(settings, 42));
  });
});
