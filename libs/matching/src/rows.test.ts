import { ENTRY_COLUMNS, REPORT_COLUMNS, toEntryRecord, toReportRecord } from './rows.js';

describe('toReportRecord', () => {
  it('reads a full row', () => {
    const row = {
      id: 'r1',
      name: 'نزار حاتم',
      known_as: 'أبو غيث; الطويل ',
      sex: 'ذكر',
      birth_date: '١٩٨٧~',
      last_seen_date: '2013-11/..',
      last_seen_source: 'first_hand',
      detention_places: '215;Sednaya',
    };
    const { record, problems } = toReportRecord(row);
    expect(problems).toEqual([]);
    expect(record).toEqual({
      id: 'r1',
      name: 'نزار حاتم',
      knownAs: ['أبو غيث', 'الطويل'],
      sex: 'male',
      birthDate: '1987~',
      lastSeenDate: '2013-11/..',
      lastSeenSource: 'first_hand',
      detentionPlaces: ['215', 'Sednaya'],
    });
  });

  it('names the columns of bad values and keeps the others, without repeating a value', () => {
    const { record, problems } = toReportRecord({
      id: 'r1',
      name: 'نزار',
      birth_date: '12/5/1987',
      sex: 'x',
      arrest_source: 'neighbour',
      home_place: 'حماة',
    });
    expect(problems.map(({ column, code }) => [column, code])).toEqual([
      ['sex', 'bad-sex'],
      ['birth_date', 'bad-date'],
      ['arrest_source', 'bad-source'],
    ]);
    expect(record).toEqual({ id: 'r1', name: 'نزار', homePlace: 'حماة' });
    expect(JSON.stringify(problems)).not.toMatch(/neighbour|12\/5/);
  });

  it('wants an id and a name', () => {
    const { problems } = toReportRecord({ mother_name: 'سعاد' });
    expect(problems.map(({ column }) => column)).toEqual(['id', 'name']);
  });
});

describe('toEntryRecord', () => {
  it('reads ages in any digits, of days too, and takes an entry without a name', () => {
    expect(toEntryRecord({ id: 'e', age: '٣٥' }).record.age).toBe(35);
    expect(toEntryRecord({ id: 'e', age: '0,02' }).record.age).toBe(0.02);
    expect(toEntryRecord({ id: 'e', age: '1' }).problems).toEqual([]);
    expect(toEntryRecord({ id: 'e', age: 'old' }).problems[0]?.column).toBe('age');
  });
});

it('knows the columns that both kinds of file share', () => {
  const shared = REPORT_COLUMNS.filter((column) =>
    (ENTRY_COLUMNS as readonly string[]).includes(column),
  );
  expect(shared).toHaveLength(15);
});
