import { REGISTRY_COLUMNS } from '../columns.js';
import type { EntryDocument } from '../entry-document.js';
import { readRow } from '../reading/row-document.js';
import { entryCells } from './entry-cells.js';

const whole: EntryDocument = {
  sourceId: 'r-1',
  names: {
    transcribed: [
      { text: 'عمرون بلون', reader: 'a', confidence: 0.8 },
      { text: 'Amrun', reader: 'a', confidence: 0.8 },
    ],
    given: 'عمرون',
    mother: 'دلة',
    knownAs: ['أبو بلون', 'xu'],
  },
  numbers: [{ value: '٢٣', readOn: 'card' }, { value: '24' }],
  branch: '215',
  photoDates: ['2013-05-02', '2013-05'],
  sex: 'male',
  age: { value: 3, unit: 'days' },
  marks: ['scar', 'tattoo'],
  civil: { registerPlace: 'Alun', registerNumber: '4', diedOn: '2014', statedCause: 'x' },
  category: 'detainee',
  state: 'open',
  remarks: 'line\n=1',
};

/** What comes of the document when its row is read again. */
function brought(document: EntryDocument): EntryDocument {
  const cells = Object.entries(entryCells(document, 'Archive')).flatMap(([column, value]) =>
    value === undefined ? [] : [[column, { header: column, text: String(value) }] as const],
  );
  const result = readRow(new Map(cells));
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.document;
}

describe('an exported entry', () => {
  it('comes back as it was', () => {
    expect(brought(whole)).toEqual(whole);
  });

  it('has cells under known columns only', () => {
    expect(REGISTRY_COLUMNS).toEqual(expect.arrayContaining(Object.keys(entryCells(whole, ''))));
  });

  it('keeps names as written apart from names without a reader', () => {
    const names = { asWritten: ['عمرون'], transcribed: [{ text: 'Amrun' }] };
    expect(brought({ ...whole, names }).names).toEqual(names);
  });

  it('tells no reader where several answer for the names', () => {
    const transcribed = [
      { text: 'Amrun', reader: 'a' },
      { text: 'Belun', reader: 'b' },
    ];
    expect(entryCells({ ...whole, names: { transcribed } }, '')).toMatchObject({
      name: 'Amrun; Belun',
      reader: undefined,
    });
  });

  it('leaves out what nobody has confirmed', () => {
    const cells = entryCells(
      {
        ...whole,
        names: { transcribed: [{ text: 'Amrun', reader: 'a', unconfirmed: true }] },
        numbers: [{ value: '1', unconfirmed: true }, { value: '2' }],
      },
      '',
    );
    expect([cells.name, cells.reader, cells.detainee_number]).toEqual([undefined, undefined, '2']);
  });
});
