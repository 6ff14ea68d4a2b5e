import { simulate, TRADITIONS, type About, type Noise } from './index.js';

/** Large enough that a share moves by little when the code does; the seed is fixed. */
const people = simulate({ persons: 12_000, registry: 6_000, seed: 41 });
const abouts = [...new Map(people.about.reports.map((about) => [about.person, about])).values()];

function share<T>(of: readonly T[], holds: (one: T) => boolean): number {
  return of.filter(holds).length / of.length;
}

/** Bearers of the commonest value, and how many values there are. */
function commonest(key: (about: About) => string): { name: string; share: number; kinds: number } {
  const counts = new Map<string, number>();
  for (const about of abouts) counts.set(key(about), (counts.get(key(about)) ?? 0) + 1);
  const [name, count] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one));
  return { name, share: count / abouts.length, kinds: counts.size };
}

/** Share of the persons who share the key with another person. */
function sharing(key: (about: About) => string | number): number {
  const counts = new Map<string | number, number>();
  for (const about of abouts) counts.set(key(about), (counts.get(key(about)) ?? 0) + 1);
  return share(abouts, (about) => (counts.get(key(about)) ?? 0) > 1);
}

describe('the population', () => {
  it('bears names by rank and frequency: one given name in eleven, a long tail of families', () => {
    const given = commonest(({ name }) => name[0]);
    expect(given.name).toBe('محمد');
    expect(given.share).toBeGreaterThan(0.07);
    expect(given.share).toBeLessThan(0.12);
    expect(given.kinds).toBeGreaterThan(300);
    const family = commonest(({ name }) => name[3]);
    expect(family.share).toBeLessThan(0.02);
    expect(family.kinds).toBeGreaterThan(1200);
  });

  it('names grandfathers after another fashion than their grandsons', () => {
    const modern = (at: 0 | 2) =>
      share(abouts, ({ name }) => ['باسل', 'أنس', 'عمار'].includes(name[at]));
    expect(modern(2)).toBeLessThan(modern(0) / 10);
    const old = (at: 0 | 2) =>
      share(abouts, ({ name }) => ['حسين', 'خليل', 'سليمان'].includes(name[at]));
    expect(old(2)).toBeGreaterThan(old(0) * 1.5);
  });

  it('holds brothers, cousins and homonyms', () => {
    expect(sharing(({ household }) => household)).toBeGreaterThan(0.18);
    expect(sharing(({ household }) => household)).toBeLessThan(0.35);
    expect(sharing(({ clan }) => clan)).toBeGreaterThan(
      sharing(({ household }) => household) + 0.05,
    );
    const homonyms = sharing(({ name: [given, father, , family] }) =>
      [given, father, family].join('|'),
    );
    expect(homonyms).toBeGreaterThan(0.03);
    expect(homonyms).toBeLessThan(0.1);
    const full = sharing(({ name }) => name.join('|'));
    expect(full).toBeGreaterThan(0.01);
    expect(full).toBeLessThan(homonyms);
  });

  it('is mostly of young men', () => {
    const told = people.reports.filter((row) => row.birth_date !== '');
    const age = told.map((row) => 2013 - Number(row.birth_date.slice(0, 4)));
    expect(share(age, (years) => years >= 18 && years <= 45)).toBeGreaterThan(0.7);
    expect(share(age, (years) => years < 18)).toBeGreaterThan(0.03);
    expect(share(age, (years) => years > 60)).toBeLessThan(0.08);
    const women = share(people.reports, (row) => row.sex === 'female');
    expect(women).toBeGreaterThan(0.03);
    expect(women).toBeLessThan(0.06);
  });

  it('was taken mostly in 2012 to 2014, before it was photographed', () => {
    const years = people.reports.map((row) => Number(row.arrest_date.slice(0, 4))).filter(Boolean);
    const worst = share(years, (year) => year >= 2012 && year <= 2014);
    expect(worst).toBeGreaterThan(0.55);
    expect(worst).toBeLessThan(0.8);
    const conflict = (noise: Partial<Noise>) => {
      const { reports, registry, truth } = simulate({
        persons: 800,
        registry: 600,
        seed: 2,
        noise,
      });
      const report = new Map(reports.map((row) => [row.id, row.arrest_date]));
      const photo = new Map(registry.map((row) => [row.id, row.photo_date]));
      return truth.filter(
        ({ report_id, entry_id }) =>
          (photo.get(entry_id) ?? '').length === 10 &&
          (report.get(report_id) ?? '') > (photo.get(entry_id) ?? ''),
      ).length;
    };
    expect(conflict({ dateError: 0, vagueDate: 0 })).toBe(0);
    expect(conflict({})).toBeGreaterThan(0);
  });

  it('lives where most disappeared from: the governorates differ, none is missing', () => {
    const homes = people.reports.map((row) => row.home_governorate);
    const rural = share(homes, (home) => home === 'ريف دمشق');
    expect(rural).toBeGreaterThan(0.08);
    expect(rural).toBeLessThan(0.2);
    for (const home of ['إدلب', 'درعا', 'السويداء', 'القنيطرة', 'طرطوس']) {
      expect(homes).toContain(home);
    }
  });

  it('writes after every tradition, by the shares asked for', () => {
    const latin = people.manners.reports.filter((manner) => manner !== 'ar');
    expect(latin.length / people.reports.length).toBeCloseTo(0.2, 1);
    for (const tradition of TRADITIONS) expect(latin).toContain(tradition);
    expect(share(latin, (manner) => manner === 'en')).toBeCloseTo(0.45, 1);
    const none = Object.fromEntries(TRADITIONS.map((tradition) => [tradition, 0]));
    const noise = { latinReports: 1 };
    const turkish = { persons: 50, registry: 0, seed: 1, noise, traditions: { ...none, tr: 1 } };
    expect(new Set(simulate(turkish).manners.reports)).toEqual(new Set(['tr']));
  });
});
