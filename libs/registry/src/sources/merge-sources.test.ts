import fc from 'fast-check';
import { mergeSources, type MergeableSource } from './merge-sources.js';
import { sourceKinds, type SourceKind } from './source.js';

const source = (
  id: string,
  kind: SourceKind,
  document: MergeableSource['document'],
  writtenAt = '2026-01-01',
): MergeableSource => ({ id, kind, document, writtenAt });

describe('one source', () => {
  it('is the entry as it stands, in the order of its lists', () => {
    const document = {
      sourceId: 'a',
      names: { given: 'Amrun', knownAs: ['Zed', 'Alpha'] },
      numbers: [{ value: '9' }, { value: '1' }],
      marks: ['scar', 'burn'],
      category: 'unknown' as const,
      state: 'open' as const,
    };
    expect(mergeSources([source('s', 'row', document)]).document).toEqual(document);
  });

  it('that says little makes an entry all the same', () => {
    expect(mergeSources([source('s', 'photographs', {})]).document).toEqual({
      ...{ names: {}, numbers: [], category: 'unknown', state: 'open' },
    });
  });
});

describe('several sources', () => {
  it('that are certain stand before what nobody has settled', () => {
    const certain = source('row', 'row', { numbers: [{ value: '7', readOn: 'card' }] });
    const read = source('reading', 'reading', {
      numbers: [
        { value: '7', unconfirmed: true },
        { value: '8', readOn: 'card', unconfirmed: true },
      ],
    });
    expect(mergeSources([read, certain]).document.numbers).toEqual([
      { value: '7', readOn: 'card' },
      { value: '8', readOn: 'card', unconfirmed: true },
    ]);
  });

  const row = source('row', 'row', {
    names: { given: 'Amrun', asWritten: ['عمرون'] },
    numbers: [{ value: '235' }, { value: '7' }],
    branch: '215',
    category: 'unknown',
    state: 'open',
  });
  const photographs = source('photographs', 'photographs', {
    numbers: [{ value: '235', readOn: 'title' }],
    photoDates: ['2013-11-05'],
    branch: '227',
    category: 'detainee',
  });

  it('unite their lists and let the row go before the photographs', () => {
    const { document, provenance } = mergeSources([photographs, row]);
    expect(document).toEqual({
      names: { given: 'Amrun', asWritten: ['عمرون'] },
      numbers: [{ value: '235', readOn: 'title' }, { value: '7' }],
      photoDates: ['2013-11-05'],
      branch: '215',
      category: 'detainee',
      state: 'open',
    });
    expect(provenance).toEqual({
      'names.given': ['row'],
      'names.asWritten': ['row'],
      numbers: ['photographs', 'row'],
      photoDates: ['photographs'],
      branch: ['row'],
      category: ['photographs'],
    });
  });

  it('let a settled reading go before a row, and a newer row before an older one', () => {
    const reading = source('reading', 'reading', { names: { given: 'Amron' } }, '2020-01-01');
    expect(mergeSources([row, reading]).document.names.given).toBe('Amron');
    const newer = source('newer', 'row', { names: { given: 'Umrun' } }, '2026-02-01');
    expect(mergeSources([newer, row]).document.names.given).toBe('Umrun');
  });

  it('give way to a correction by hand, which may take away and stands for whole lists', () => {
    const hand = source('hand', 'hand', {
      names: { given: null, asWritten: ['عمرو'] },
      numbers: [{ value: '236' }],
      branch: null,
      state: 'open',
    });
    const gone = source('gone', 'row', { state: 'identified_elsewhere', marks: ['scar'] });
    const { document, provenance } = mergeSources([row, gone, hand, photographs]);
    expect(document.names).toEqual({ asWritten: ['عمرو'] });
    expect(document.numbers).toEqual([{ value: '236' }]);
    expect(document).not.toHaveProperty('branch');
    expect(document.state).toBe('open');
    expect(document.marks).toEqual(['scar']);
    expect(provenance['numbers']).toEqual(['hand']);
  });
});

describe('whatever sources say', () => {
  const text = fc.constantFrom('a', 'b', 'c');
  const texts = fc.uniqueArray(text, { maxLength: 3 });
  const document = fc.record(
    {
      names: fc.record({ given: text, knownAs: texts }, { requiredKeys: [] }),
      numbers: fc.array(
        fc.record(
          { value: text, readOn: fc.constantFrom('card', 'title') },
          { requiredKeys: ['value'] },
        ),
        { maxLength: 3 },
      ),
      marks: texts,
      branch: text,
      category: fc.constantFrom('detainee', 'unknown'),
    },
    { requiredKeys: [] },
  );
  const sources = fc
    .array(
      fc.record({
        kind: fc.constantFrom(...sourceKinds),
        document,
        writtenAt: fc.constantFrom('1', '2'),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((all) => all.map((one, index) => ({ ...one, id: `s${index}` }) as MergeableSource));

  it('does not depend on the order in which they are given', () => {
    const shuffled = sources.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(mergeSources(other)).toEqual(mergeSources(one));
      }),
    );
  });

  it('has lists that do not depend on when sources came', () => {
    fc.assert(
      fc.property(sources, fc.array(text, { minLength: 5, maxLength: 5 }), (all, times) => {
        const before = all.filter((one) => one.kind !== 'hand');
        const after = before.map((one, index) => ({ ...one, writtenAt: times[index] ?? '' }));
        const [one, other] = [mergeSources(before).document, mergeSources(after).document];
        expect([other.numbers, other.marks]).toEqual([one.numbers, one.marks]);
        expect(other.names.knownAs).toEqual(one.names.knownAs);
      }),
    );
  });

  it('names for every field sources that gave it, and gives nothing of its own', () => {
    fc.assert(
      fc.property(sources, (all) => {
        const { document: merged, provenance } = mergeSources(all);
        const byId = new Map(all.map((one) => [one.id, one]));
        for (const mark of merged.marks ?? []) {
          const from = provenance['marks']?.map((id) => byId.get(id)?.document.marks ?? []);
          expect(from?.flat()).toContain(mark);
        }
        const given = provenance['names.given']?.map((id) => byId.get(id)?.document.names?.given);
        expect(given ?? [undefined]).toEqual([merged.names.given]);
      }),
    );
  });
});
