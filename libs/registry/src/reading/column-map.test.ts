import type { ColumnsRefused } from '../errors.js';
import { ColumnMap } from './column-map.js';

const plain = { ignoreUnknown: false, mapping: {} };

function columnsOf(headers: string[], mapping: Record<string, string> = {}): string[] {
  const columns = new ColumnMap(headers, { ...plain, mapping }, false);
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
    const columns = new ColumnMap(['id'], plain, true);
    expect(columns.read({ id: '1', agee: '3' }).problems).toMatchObject([{ field: 'agee' }]);
    expect(columns.read({ id: '1', Age: '3' }).problems).toEqual([]);
  });
});
