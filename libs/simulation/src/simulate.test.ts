import {
  REGISTRY_COLUMNS,
  REPORT_COLUMNS,
  simulate,
  simulatePersons,
  SimulationOptionsError,
  TRUTH_COLUMNS,
  type About,
} from './index.js';

const small = simulate({ persons: 500, registry: 320, seed: 7 });
const large = simulate({ persons: 6000, registry: 4000, seed: 11 });

function share<T>(rows: readonly T[], holds: (row: T) => boolean): number {
  return rows.filter(holds).length / rows.length;
}

/** How many given, father's and family names are borne by more than one person. */
function homonyms(about: readonly About[]): number {
  const bearers = new Map<string, Set<number>>();
  for (const { name, person } of about) {
    const key = [name[0], name[1], name[3]].join('|');
    bearers.set(key, (bearers.get(key) ?? new Set()).add(person));
  }
  return [...bearers.values()].filter((persons) => persons.size > 1).length;
}

describe('simulate', () => {
  it('gives the same bytes for the same seed', () => {
    const again = simulate({ persons: 500, registry: 320, seed: 7 });
    expect(JSON.stringify(again)).toBe(JSON.stringify(small));
  });

  it('gives another population for another seed', () => {
    const other = simulate({ persons: 500, registry: 320, seed: 8 });
    expect(JSON.stringify(other.reports)).not.toBe(JSON.stringify(small.reports));
    expect(JSON.stringify(other.truth)).not.toBe(JSON.stringify(small.truth));
  });

  it('gives as many rows as were asked for, with ids in order', () => {
    expect(small.reports).toHaveLength(500);
    expect(small.registry).toHaveLength(320);
    expect(small.reports.at(-1)?.id).toBe('r000500');
    expect(small.registry[0]?.id).toBe('e000001');
  });

  it('streams the rows that it gives in memory', () => {
    const streams = simulatePersons({ persons: 500, registry: 320, seed: 7 });
    expect([...streams.entries()].map(({ row }) => row)).toEqual(small.registry);
    expect([...streams.truth()]).toEqual(small.truth);
  });

  it('writes the documented columns and strings only', () => {
    for (const row of small.reports) expect(Object.keys(row)).toEqual([...REPORT_COLUMNS]);
    for (const row of small.registry) expect(Object.keys(row)).toEqual([...REGISTRY_COLUMNS]);
    for (const row of small.truth) expect(Object.keys(row)).toEqual([...TRUTH_COLUMNS]);
    const values = [...small.reports, ...small.registry].flatMap((row) => Object.values(row));
    expect(values.every((value) => typeof value === 'string' && !/undefined|NaN/.test(value))).toBe(
      true,
    );
  });

  it('names in the truth every pair of rows on one person, and no other', () => {
    const pairs = small.reports.flatMap(({ id }, at) =>
      small.registry
        .filter(
          (_, entry) => small.about.registry[entry]?.person === small.about.reports[at]?.person,
        )
        .map((entry) => ({ report_id: id, entry_id: entry.id })),
    );
    expect(small.truth).toEqual(pairs);
    expect(small.truth.length).toBeGreaterThan(150);
  });

  it('leaves some entries without report and some reports without entry', () => {
    const found = small.truth.length / small.registry.length;
    expect(found).toBeGreaterThan(0.55);
    expect(found).toBeLessThan(0.65);
    expect(small.truth.length).toBeLessThan(small.reports.length);
  });

  it('names true pairs alike more often than chance', () => {
    const reports = new Map(large.reports.map((row) => [row.id, row]));
    const entries = new Map(large.registry.map((row) => [row.id, row]));
    const both = large.truth
      .map((pair) => [reports.get(pair.report_id), entries.get(pair.entry_id)] as const)
      .filter(([report, entry]) => report?.family_name && entry?.family_name);
    const alike = share(both, ([report, entry]) => report?.family_name === entry?.family_name);
    expect(both.length).toBeGreaterThan(300);
    expect(alike).toBeGreaterThan(0.3);
    expect(alike).toBeLessThan(0.9);
  });

  it('keeps what is missing near the settings', () => {
    const { registry, reports, nameParts } = large;
    const nameless = share(registry, (row) => !row.name && !row.name_arabic && !row.given_name);
    const givenOnly = nameParts.registry.filter((count) => count === 1).length / registry.length;
    expect(nameless).toBeGreaterThan(0.02);
    expect(nameless).toBeLessThan(0.045);
    expect(givenOnly).toBeGreaterThan(0.08);
    expect(givenOnly).toBeLessThan(0.13);
    expect(share(reports, (row) => row.birth_date === '')).toBeCloseTo(0.2, 1);
    expect(share(registry, (row) => row.photo_date === '')).toBeCloseTo(0.25, 1);
  });

  it('gives every nameless entry a number to be found by', () => {
    const nameless = large.registry.filter(
      (row) => !row.name && !row.name_arabic && !row.given_name,
    );
    expect(nameless.every((row) => row.detainee_number !== '')).toBe(true);
  });

  it("has homonyms on both sides, in given, father's and family name", () => {
    expect(homonyms(large.about.reports)).toBeGreaterThan(40);
    expect(homonyms(large.about.registry)).toBeGreaterThan(20);
  });

  it('writes dates as EDTF and photographs within the years of the archives', () => {
    const edtf = /^\d{4}(-\d{2}(-\d{2})?|~|\/\d{4})?$/;
    const dates = [
      ...large.reports.flatMap((row) => [row.birth_date, row.last_seen_date, row.arrest_date]),
      ...large.registry.flatMap((row) => [row.birth_date, row.photo_date]),
    ].filter((date) => date !== '');
    expect(dates.filter((date) => !edtf.test(date))).toEqual([]);
    const photographs = large.registry.map((row) => row.photo_date.slice(0, 4)).filter(Boolean);
    expect(photographs.every((year) => year >= '2013' && year <= '2024')).toBe(true);
  });

  it('invents relatives who cannot be reached', () => {
    expect(small.relatives.map((relative) => relative.report_id)).toEqual(
      small.reports.map(({ id }) => id),
    );
    for (const { phone, email } of small.relatives) {
      expect(phone).toMatch(/^(\+963 0000 \d{5})?$/);
      expect(email).toMatch(/^(relative\.r\d+@example\.(invalid|org))?$/);
    }
  });

  it('has people reported twice, and entries on one person where asked to', () => {
    const persons = (about: readonly About[]) => new Set(about.map(({ person }) => person)).size;
    expect(persons(large.about.reports)).toBe(6000 - 240);
    expect(persons(large.about.registry)).toBe(4000);
    const noise = { secondReports: 0.2, secondEntries: 0.1 };
    const twice = simulate({ persons: 300, registry: 200, seed: 3, noise });
    expect([twice.reports.length, persons(twice.about.reports)]).toEqual([300, 240]);
    expect([twice.registry.length, persons(twice.about.registry)]).toEqual([200, 180]);
    const once = simulate({ persons: 300, registry: 200, seed: 3, noise: { secondReports: 0 } });
    expect(persons(once.about.reports)).toBe(300);
  });

  it('can be empty on either side', () => {
    expect(simulate({ persons: 0, registry: 5, seed: 1 }).truth).toEqual([]);
    expect(simulate({ persons: 5, registry: 0, seed: 1 }).reports).toHaveLength(5);
  });

  it.each([
    ['persons', { persons: -1, registry: 1, seed: 1 }],
    ['registry', { persons: 1, registry: 1.5, seed: 1 }],
    ['seed', { persons: 1, registry: 1, seed: 0.5 }],
    ['noise.typing', { persons: 1, registry: 1, seed: 1, noise: { typing: 2 } }],
    ['traditions.fr', { persons: 1, registry: 1, seed: 1, traditions: { fr: -1 } }],
  ])('refuses a wrong %s and names it', (option, options) => {
    expect(() => simulate(options)).toThrow(SimulationOptionsError);
    expect(() => simulate(options)).toThrow(option);
  });
});
