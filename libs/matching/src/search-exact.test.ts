import { generalFrequencies } from '@athar/arabic-names';
import fc from 'fast-check';
import { comparePersons } from './compare-persons.js';
import { MatchIndex } from './match-index.js';
import { priorCentibits } from './prior.js';
import type { EntryRecord, ReportRecord } from './records.js';
import { snapshotFrequencies } from './snapshot.js';

const words = [
  ...['سامر', 'سمير', 'محمد', 'أحمد', 'علي', 'العلي', 'عبد الكريم', 'كريم', 'أبو خالد', 'خالد'],
  ...['حسين', 'حسن', 'Hussein', 'Hasan', 'Samer', 'Abdulkarim', 'al-Ali', 'Mohamad', 'X'],
  ...['شهيد خيل', 'شهيدخيل', 'Shahid Khel', 'Shahidkhel', 'نور الدين', 'Nureddin', 'مجهول', 'ابن'],
];
const word = fc.constantFrom(...words);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const date = fc.constantFrom('1980', '1987~', '2013-05', '2014-11-02', '2015/2016');

const person = {
  name: maybe(name),
  nameArabic: maybe(name),
  givenName: maybe(word),
  fatherName: maybe(word),
  familyName: maybe(word),
  motherName: maybe(word),
  knownAs: maybe(fc.array(word, { maxLength: 2 })),
  sex: maybe(fc.constantFrom('male' as const, 'female' as const)),
  birthDate: maybe(date),
  homeGovernorate: maybe(fc.constantFrom('حماة', 'Homs')),
  homePlace: maybe(fc.constantFrom('سلمية', 'تدمر')),
  detaineeNumber: maybe(fc.constantFrom('27', '37', '٩٩')),
  marks: maybe(fc.constant(['ندبة فوق الحاجب الأيسر'])),
};
const report: fc.Arbitrary<ReportRecord> = fc.record({
  id: fc.constant('r'),
  ...person,
  lastSeenDate: maybe(date),
  lastSeenSource: maybe(fc.constantFrom('first_hand' as const, 'paid' as const)),
  arrestDate: maybe(date),
  arrestedBy: maybe(fc.constantFrom('215', 'فرع فلسطين')),
});
const registry: fc.Arbitrary<EntryRecord[]> = fc.uniqueArray(
  fc.record({
    id: fc.nat(99).map((n) => `e${n}`),
    ...person,
    age: maybe(fc.constantFrom(7, 34, 60)),
    branch: maybe(fc.constantFrom('215', '227')),
    photoDate: maybe(date),
  }),
  { selector: ({ id }) => id, maxLength: 24 },
);

/** Every pair compared on its own, put into words, and only then ranked. */
function exhaustive(told: ReportRecord, entries: readonly EntryRecord[], counted: boolean) {
  const frequencies = counted ? snapshotFrequencies(entries, 's') : generalFrequencies();
  const prior = priorCentibits({ entries: entries.length, reports: 10 });
  const candidates = entries.map((entry) => ({
    entryId: entry.id,
    ...comparePersons(told, entry, { priorCentibits: prior, frequencies }),
  }));
  return candidates.sort((a, b) => b.centibits - a.centibits || (a.entryId < b.entryId ? -1 : 1));
}

describe('search', () => {
  it('gives what comparing every pair in full gives, filtered by probability and cut', () => {
    fc.assert(
      fc.property(
        report,
        registry,
        fc.constantFrom(0, 0.001, 0.05, 0.5, 0.95),
        fc.integer({ min: 0, max: 30 }),
        fc.boolean(),
        (told, entries, minProbability, limit, counted) => {
          const options = {
            reports: 10,
            ...(counted && { frequencies: snapshotFrequencies(entries, 's') }),
          };
          const found = MatchIndex.build(entries, options).search(told, { minProbability, limit });
          const all = exhaustive(told, entries, counted);
          const probable = all.filter(({ probability }) => probability >= minProbability);
          expect(found).toEqual(probable.slice(0, limit));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('weighs by another snapshot as if it had been built with it', () => {
    fc.assert(
      fc.property(report, registry, (told, entries) => {
        const frequencies = snapshotFrequencies(entries, 's');
        const index = MatchIndex.build(entries);
        index.search(told);
        index.weighBy(frequencies);
        expect(index.frequencies).toEqual(frequencies);
        expect(index.search(told)).toEqual(MatchIndex.build(entries, { frequencies }).search(told));
      }),
      { numRuns: 60 },
    );
  });
});
