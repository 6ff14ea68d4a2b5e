import fc from 'fast-check';
import { CircumstanceRows } from './circumstance-rows.js';
import { prepare, type Circumstances } from './prepare.js';
import { SEXES, SOURCES, type MatchRecord } from './records.js';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const date = fc.constantFrom(
  '1987',
  '1987~',
  '2013-05',
  '2013-11/..',
  '../2014',
  '198X',
  '2015-02-03?',
);
const text = fc.constantFrom('حلب', 'Homs', 'فرع 215', 'Branch 227', 'وشم، ندبة', '٢١٥/٣');

const records: fc.Arbitrary<MatchRecord> = fc.record({
  id: fc.string(),
  name: fc.constant('سالم الحسن'),
  sex: maybe(fc.constantFrom(...SEXES)),
  birthDate: maybe(date),
  homeGovernorate: maybe(text),
  homePlace: maybe(text),
  detaineeNumber: maybe(fc.nat(9999).map(String)),
  marks: maybe(fc.array(text, { maxLength: 3 })),
  lastSeenDate: maybe(date),
  lastSeenSource: maybe(fc.constantFrom(...SOURCES)),
  arrestDate: maybe(date),
  arrestSource: maybe(fc.constantFrom(...SOURCES)),
  detentionPlaces: maybe(fc.array(text, { maxLength: 2 })),
  age: maybe(fc.integer({ min: 0, max: 90 })),
  branch: maybe(text),
  photoDate: maybe(date),
});

function circumstancesOf(record: MatchRecord): Circumstances {
  const { id, names, knownAs, mother, ...rest } = prepare(record);
  void [id, names, knownAs, mother];
  return rest;
}

/** A copy of what is only valid until the next call. */
function copyOf(read: Circumstances): Circumstances {
  return structuredClone(read);
}

describe('CircumstanceRows', () => {
  it('gives back what was put into a slot, whatever was put before and beside it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(150), records), { maxLength: 40 }), (puts) => {
        const rows = new CircumstanceRows();
        const last = new Map<number, Circumstances>();
        for (const [slot, record] of puts) {
          last.set(slot, circumstancesOf(record));
          rows.put(slot, circumstancesOf(record));
        }
        for (const [slot, circumstances] of last) {
          expect(copyOf(rows.at(slot))).toEqual(circumstances);
          const without = { ...circumstances, numbers: [], markWords: new Set() };
          expect(copyOf(rows.withoutSigns(slot))).toEqual(without);
        }
      }),
    );
  });
});
