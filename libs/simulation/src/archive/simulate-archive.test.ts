import { simulateArchive, type ArchiveOptions } from '../index.js';

const options: ArchiveOptions = {
  prisoners: 2_000,
  photographs: 6_400,
  named: 80,
  civilRecords: 400,
  seed: 11,
};
const archive = simulateArchive(options);

describe('a simulated archive', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(simulateArchive(options)).toEqual(archive);
    expect(simulateArchive({ ...options, seed: 12 }).manifest).not.toEqual(archive.manifest);
  });

  it('holds as many photographs, names and records as asked for', () => {
    const titled = archive.manifest.titles.filter(({ prisoner }) => prisoner !== null);
    expect(titled).toHaveLength(6_400);
    expect(archive.names).toHaveLength(80);
    expect(archive.civilRecords).toHaveLength(400);
    expect(new Set(archive.manifest.titles.map(({ title }) => title)).size).toBe(
      archive.manifest.titles.length,
    );
  });

  it('gives numbers again, but never within two months', () => {
    const lastDay = new Map<string, number>();
    let again = 0;
    for (const { branch, number, photoDays } of archive.prisoners) {
      const before = lastDay.get(`${branch} ${number}`);
      if (before !== undefined) {
        again += 1;
        expect((photoDays[0] ?? 0) - before).toBeGreaterThan(60);
      }
      lastDay.set(`${branch} ${number}`, photoDays.at(-1) ?? 0);
    }
    expect(again).toBeGreaterThan(500);
  });

  it('has one day as busy as the archive had, and none that is busier', () => {
    const days = new Map<number, number>();
    for (const { photoDays } of archive.prisoners) {
      for (const day of photoDays) days.set(day, (days.get(day) ?? 0) + 1);
    }
    const busiest = Math.max(...days.values());
    expect(busiest).toBeLessThanOrEqual(177);
    expect(busiest).toBeGreaterThan(160);
  });

  it('keeps the errors of first versions apart from the corrected rows', () => {
    expect(archive.manifest.mistaken.length).toBeGreaterThan(0);
    for (const { at, title } of archive.manifest.mistaken) {
      expect(archive.manifest.titles[at]?.title).not.toBe(title);
    }
    const corrected = archive.names.filter(({ before }) => before !== undefined);
    expect(corrected.length).toBeGreaterThan(0);
    expect(archive.civilRecords.some(({ prisoner }) => prisoner !== null)).toBe(true);
  });

  it('names the option that cannot be', () => {
    expect(() => simulateArchive({ ...options, named: 2_001 })).toThrow(/option named/);
  });
});
