import fc from 'fast-check';
import { MatchIndex } from './match-index.js';
import type { EntryRecord, ReportRecord } from './records.js';
import { snapshotFrequencies } from './snapshot.js';

const GIVEN = ['سامر', 'رامي', 'نزار', 'Walid', 'مازن', 'عبد الكريم', 'Houssein'];
const FATHERS = ['يوسف', 'حاتم', 'Ibrahim', 'عدنان'];
const FAMILIES = ['الزهراوي', 'القصير', 'Al-Tawil', 'مرقبي'];

const entries = fc.array(
  fc.record({
    id: fc.integer({ min: 0, max: 30 }).map((n) => `e${n}`),
    givenName: fc.constantFrom(...GIVEN),
    fatherName: fc.constantFrom(...FATHERS),
    familyName: fc.constantFrom(...FAMILIES),
    detaineeNumber: fc.integer({ min: 1, max: 40 }).map(String),
  }),
  { maxLength: 25 },
);

const report: ReportRecord = {
  id: 'r1',
  name: 'سامر يوسف القصير',
  detaineeNumber: '٢٧',
};

describe.each([
  ['scored whole', 5000],
  ['retrieved by keys', 0],
])('MatchIndex, %s', (_, wholeUpTo) => {
  it('finds the same after upserts and removals as when built anew', () => {
    fc.assert(
      fc.property(
        entries,
        entries,
        fc.array(fc.integer({ min: 0, max: 30 })),
        (first, then, out) => {
          const ids = out.map((n) => `e${n}`);
          const grown = MatchIndex.build(first, { wholeUpTo });
          grown.upsert(then);
          grown.remove(ids);
          const left = new Map<string, EntryRecord>([...first, ...then].map((e) => [e.id, e]));
          ids.forEach((id) => left.delete(id));
          const rebuilt = MatchIndex.build([...left.values()].reverse(), { wholeUpTo });
          expect(grown.size).toBe(rebuilt.size);
          expect(grown.search(report)).toEqual(rebuilt.search(report));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leaves excluded entries out before the limit is filled', () => {
    const people = Array.from({ length: 30 }, (__, n) => ({
      id: `e${n + 10}`,
      name: 'سامر يوسف القصير',
    }));
    const index = MatchIndex.build(people, { wholeUpTo });
    const exclude = new Set(people.slice(0, 25).map((entry) => entry.id));
    const found = index.search(report, { limit: 5, exclude }).map((candidate) => candidate.entryId);
    expect(found).toEqual(['e35', 'e36', 'e37', 'e38', 'e39']);
  });

  it('gives evidence that adds up to the posterior, in whole hundredths of a bit', () => {
    fc.assert(
      fc.property(entries, (registry) => {
        for (const found of MatchIndex.build(registry, { wholeUpTo }).search(report)) {
          const sum = found.evidence.reduce((total, { centibits }) => total + centibits, 0);
          expect(sum).toBe(found.centibits);
          expect(Number.isInteger(sum)).toBe(true);
          expect(found.probability).toBeCloseTo(1 / (1 + 2 ** (-sum / 100)), 12);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('MatchIndex', () => {
  const registry: EntryRecord[] = [
    { id: 'true', name: 'سامر يوسف القصير', photoDate: '2015-03', age: 34 },
    { id: 'brother', name: 'رامي يوسف القصير', photoDate: '2015-03' },
    { id: 'cousin', name: 'سامر عدنان القصير' },
    { id: 'given-only', name: 'سامر' },
    { id: 'stranger', name: 'مازن حاتم مرقبي' },
    { id: 'number-only', detaineeNumber: '27', branch: 'فرع 215' },
  ];
  const told: ReportRecord = {
    id: 'r',
    name: 'Samer Youssef al-Kassir',
    birthDate: '1981',
    detaineeNumber: '٢٧',
    arrestedBy: 'الأمن العسكري 215',
  };

  it('ranks the true one before brothers, homonyms and partial names', () => {
    const found = MatchIndex.build(registry, { reports: 3000 }).search(told);
    expect(found[0]?.entryId).toBe('true');
    const probability = (id: string) =>
      found.find(({ entryId }) => entryId === id)?.probability ?? 0;
    expect(probability('true')).toBeGreaterThan(0.9);
    expect(probability('brother')).toBeLessThan(0.3);
    expect(probability('cousin')).toBeLessThan(0.55);
    expect(probability('stranger')).toBeLessThan(0.01);
  });

  it('proposes an entry without a name by its number', () => {
    const found = MatchIndex.build(registry).search(told, { minProbability: 0.3 });
    expect(found.map(({ entryId }) => entryId)).toContain('number-only');
  });

  it('finds a name in a large index however much is told of marks', () => {
    const marks = Array.from(
      { length: 60 },
      (_, n) => `mark${String.fromCharCode(97 + (n % 26))}${n}`,
    );
    const index = MatchIndex.build(registry, { wholeUpTo: 0 });
    const plain = index.search(told).map(({ entryId }) => entryId);
    const [first] = index.search({ ...told, marks });
    expect(first?.entryId).toBe(plain[0]);
  });

  it('keeps to the limit and to the least probability', () => {
    const index = MatchIndex.build(registry);
    expect(index.search(told, { limit: 2 })).toHaveLength(2);
    for (const { probability } of index.search(told, { minProbability: 0.2 })) {
      expect(probability).toBeGreaterThanOrEqual(0.2);
    }
  });

  it('trusts a name less where the snapshot says that many bear it', () => {
    const clan = Array.from({ length: 400 }, (_, n) => ({
      id: `c${n}`,
      name: `${GIVEN[n % 7]} يوسف القصير`,
    }));
    const probability = (frequencies?: ReturnType<typeof snapshotFrequencies>) =>
      MatchIndex.build(registry, frequencies === undefined ? {} : { frequencies })
        .search(told)
        .find(({ entryId }) => entryId === 'cousin')?.probability ?? 0;
    expect(probability(snapshotFrequencies(clan, 'clan-1'))).toBeLessThan(probability());
  });

  it('ranks without keeping what records say, and refuses to tell it', () => {
    const records = [{ id: 'a', name: 'سامر يوسف القصير' }];
    const index = MatchIndex.build(records, { ranksOnly: true });
    const asked = { id: 'q', name: 'Samer Youssef al-Kassir' };
    expect(index.rank(asked)).toEqual(MatchIndex.build(records).rank(asked));
    expect(() => index.search(asked)).toThrow(
      expect.objectContaining({ code: 'records-not-kept' }),
    );
    expect(() => index.given('a')).toThrow(expect.objectContaining({ code: 'records-not-kept' }));
  });
});
