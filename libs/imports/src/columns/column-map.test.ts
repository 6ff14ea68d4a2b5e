import type { ColumnsRefused } from '../errors.js';
import { ColumnMap } from './column-map.js';
import { HeaderWords } from './header-words.js';

const words = new HeaderWords({
  columns: [
    'id',
    'name',
    'given_name',
    'father_name',
    'family_name',
    'mother_name',
    'age',
    'branch',
    'detainee_number',
  ],
  words: {
    father_name: { ar: ['اسم الأب'] },
    family_name: { ar: ['النسبة', 'الكنية'], fr: ['nom de famille'], tr: ['soyadı'] },
    mother_name: { ar: ['اسم الأم'] },
    given_name: { fr: ['prénom'] },
    age: { ar: ['العمر'] },
    branch: { ar: ['الفرع'] },
    detainee_number: { ar: ['الرقم'] },
  },
  ambiguous: [
    {
      words: ['الاسم', 'adı'],
      alone: 'name',
      beside: ['father_name', 'family_name'],
      then: 'given_name',
    },
    { words: ['nom'], alone: 'name', beside: ['given_name'], then: 'family_name' },
  ],
});

const plain = { ignoreUnknown: false, mapping: {} };

function columnsOf(headers: string[], mapping: Record<string, string> = {}): string[] {
  const columns = new ColumnMap(headers, words, { ...plain, mapping }, false);
  return [...columns.read(Object.fromEntries(headers.map((name) => [name, ''])))['row'].keys()];
}

function refusal(headers: string[], mapping: Record<string, string> = {}) {
  try {
    columnsOf(headers, mapping);
  } catch (error) {
    return (error as ColumnsRefused).problems;
  }
  return [];
}

describe('columns of a file', () => {
  it('are known by name in any case and in Arabic', () => {
    expect(columnsOf(['ID', 'Given Name', 'father-name'])).toEqual([
      'id',
      'given_name',
      'father_name',
    ]);
    expect(columnsOf(['الرقم', 'الفرع', 'الكنية', 'إسم الاب', 'اسم الأم', 'العمر'])).toEqual([
      'detainee_number',
      'branch',
      'family_name',
      'father_name',
      'mother_name',
      'age',
    ]);
  });

  it('read الاسم as the given name beside other parts, and as the whole name alone', () => {
    expect(columnsOf(['id', 'الاسم', 'النسبة'])).toContain('given_name');
    expect(columnsOf(['id', 'الاسم', 'العمر'])).toContain('name');
  });

  it('read adı and nom by the columns beside them, with or without their marks', () => {
    expect(columnsOf(['id', 'ADI', 'SOYADI'])).toEqual(['id', 'given_name', 'family_name']);
    expect(columnsOf(['id', 'Nom', 'Prenom'])).toEqual(['id', 'family_name', 'given_name']);
    expect(columnsOf(['id', 'Nom', 'العمر'])).toContain('name');
  });

  it('are left out where the mapping says so, and the reasons of an earlier refusal always', () => {
    expect(columnsOf(['id', 'x'], { x: '' })).toEqual(['id']);
    expect(columnsOf(['id', 'Why the row was refused', 'سبب رفض الصف'])).toEqual(['id']);
  });

  it('go where the mapping sends them', () => {
    expect(columnsOf(['Nr', 'Vorname'], { nr: 'detainee_number', Vorname: 'Given_Name' })).toEqual([
      'detainee_number',
      'given_name',
    ]);
  });

  it('are refused by name, with the nearest that is known', () => {
    expect(refusal(['id', 'nmae'])).toMatchObject([
      { field: 'nmae', code: 'unknown-column', fix: expect.stringContaining('"name"') as string },
    ]);
    expect(refusal(['id', 'النسبة', 'الكنية'])).toMatchObject([{ code: 'doubled-column' }]);
    expect(refusal(['id', 'x'], { x: 'given_nme' })).toMatchObject([
      { field: 'mapping', expected: expect.stringContaining('"given_name"') as string },
      { field: 'x', code: 'unknown-column' },
    ]);
    expect(refusal(['id', 'first'], { frist: 'given_name' })).toMatchObject([
      { field: 'frist', code: 'column-not-in-file' },
      { field: 'first', code: 'unknown-column' },
    ]);
  });

  it('of a later JSON line are held to the same', () => {
    const columns = new ColumnMap(['id'], words, plain, true);
    expect(columns.read({ id: '1', agee: '3' }).problems).toMatchObject([{ field: 'agee' }]);
    expect(columns.read({ id: '1', Age: '3' }).problems).toEqual([]);
  });

  it('that is unknown is looked for once, however many lines bring it', () => {
    const columns = new ColumnMap(['id'], words, plain, true);
    const [first, second] = ['1', '2'].map((id) => columns.read({ id, agee: '3' }).problems[0]);
    expect(first).toBeDefined();
    expect(second).toBe(first);
  });
});
