import fc from 'fast-check';
import { HeaderWords, type RowManner } from '@athar/imports';
import { columnVocabulary } from './column-vocabulary.js';
import { readRow } from './read-row.js';
import { REPORT_IMPORT_COLUMNS, type ReportColumn } from './report-columns.js';
import { reportReasons } from './report-reasons.js';
import { reportCells, toTargetRow } from './report-row-cells.js';

type Cells = Partial<Record<ReportColumn, string>>;

const today = '2026-06-30';
const read = (cells: Cells, manner?: RowManner) => readRow(toTargetRow(cells), manner, today);

const plain: Cells = {
  name: 'Zayd Example',
  contact_name: 'Relative Placeholder',
  consent_store: 'yes',
  consent_date: '2026-03-01',
  consent_way: 'in_person',
};

function good(cells: Cells) {
  const result = read({ ...plain, ...cells });
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result;
}

function codes(cells: Cells): string[] {
  const result = read({ ...plain, ...cells });
  if (!('problems' in result)) return [];
  return result.problems.map(({ field, code }) => `${field} ${code}`);
}

describe('a row of a file of reports', () => {
  it('needs a name, a relative, and her consent with its day and way', () => {
    expect(good({}).document).toEqual({
      report: { person: { names: { full: ['Zayd Example'] } } },
      contacts: [
        {
          name: 'Relative Placeholder',
          relationship: 'other',
          language: 'ar',
          consents: [{ purpose: 'store_and_match', givenOn: '2026-03-01', way: 'in_person' }],
        },
      ],
    });
    expect(codes({ name: 'مجهول' })).toEqual(['name name-missing']);
    expect(codes({ contact_name: '' })).toEqual(['contact_name contact-missing']);
    for (const answer of ['', 'no', 'لا'])
      expect(codes({ consent_store: answer })).toEqual(['consent_store consent-missing']);
    expect(codes({ consent_date: '2026-03' })).toEqual(['consent_date consent-date-missing']);
    expect(codes({ consent_date: '2026-08-01' })).toEqual(['consent_date in-the-future']);
    expect(codes({ consent_way: '' })).toEqual(['consent_way consent-way-missing']);
    expect(codes({ contact_2_phone: '+963 000' })).toEqual([
      'contact_2_name contact-missing',
      'contact_2_consents consent-missing',
    ]);
  });

  it('tells consents one by one, in one cell, and not both ways', () => {
    const purposes = (cells: Cells) =>
      good({
        contact_phone: '٠٠٩٦٣ ٠٠٠',
        contact_email: 'a@example.org',
        ...cells,
      }).document.contacts[0]?.consents.map(({ purpose }) => purpose);
    const one = { consent_store: 'نعم', consent_email: 'oui', consent_sms: 'hayır' };
    expect(purposes(one)).toEqual(['store_and_match', 'message_email']);
    const codesOfForm = { consent_store: '', consents: 'store call email' };
    expect(purposes(codesOfForm)).toEqual(['store_and_match', 'message_email', 'message_call']);
    const labels = { consent_store: '', consents: 'الحفظ والمقارنة; رسائل قصيرة' };
    expect(purposes(labels)).toEqual(['store_and_match', 'message_sms']);
    expect(codes({ consents: 'store', consent_store: 'no' })).toEqual([
      'consent_store consent-unclear',
      'consent_store consent-missing',
    ]);
    expect(codes({ consents: 'store fax' })).toEqual(['consents unknown-word']);
    expect(codes({ consent_email: 'yes' })).toEqual(['contact_email unreachable']);
    expect(codes({ consent_call: 'yes' })).toEqual(['contact_phone unreachable']);
  });

  it('reads words in four languages and what a form wrote beside its lists', () => {
    const { report, contacts } = good({
      sex: 'أنثى',
      home_governorate: 'other',
      home_governorate_other: 'Elsewhere',
      arrested_by: 'غير ذلك',
      arrested_by_other: 'A patrol',
      arrest_source: 'ouï-dire',
      detention_places: 'Branch 215; other',
      detention_places_other: 'A school',
      detention_source: 'birinci elden',
      contact_relationship: 'Anne',
      contact_language: 'anglais',
      contact_discreet: 'evet',
      safe_hours: '٩:٠٠ - ١٧:٣٠ Europe/Berlin',
      contact_2_name: 'Second',
      contact_2_relationship: 'autre',
      contact_2_relationship_other: 'Neighbour',
      contact_2_consents: 'store',
      contact_2_consent_date: '2026-03-02',
      contact_2_consent_way: 'هاتفيا',
    }).document;
    expect(report).toMatchObject({
      person: { sex: 'female', home: { governorate: 'Elsewhere' } },
      arrest: { by: 'A patrol', source: 'hearsay' },
      detentions: [
        { place: 'Branch 215', source: 'first_hand' },
        { place: 'A school', source: 'first_hand' },
      ],
    });
    const safeHours = { from: '09:00', until: '17:30', timeZone: 'Europe/Berlin' };
    expect(contacts).toMatchObject([
      { relationship: 'mother', language: 'en', discreet: true, safeHours },
      { relationship: 'other', note: 'Neighbour', consents: [{ way: 'phone' }] },
    ]);
  });

  it('reads dates as forms and spreadsheets write them', () => {
    const dates = ['2013-05-02T10:20:00.000+03:00', '41396', '٢٠١٣-٠٥-٠٢', '2013-05-02'];
    const days = dates.map((date) => good({ arrest_date: date }).document.report.arrest?.date);
    expect(days).toEqual(Array<string>(4).fill('2013-05-02'));
    expect(good({ birth_date: '1987' }).document.report.person.birthDate).toBe('1987');
    expect(codes({ last_seen_date: '2031' })).toEqual(['last_seen_date in-the-future']);
    expect(codes({ birth_date: '02/05/1987' })).toEqual(['birth_date unclear-date']);
    expect(codes({ birth_date: '30/2/1987' })).toEqual(['birth_date no-such-day']);
    expect(codes({ consent_date: '2/5/2026' })).toEqual(['consent_date unclear-date']);
    const told = read({ ...plain, arrest_date: '٢/٥/٢٠١٣' }, { dateOrder: 'dmy' });
    expect(told).toMatchObject({ document: { report: { arrest: { date: '2013-05-02' } } } });
  });

  it('refuses dates of no life, and does not advise to write one', () => {
    expect(codes({ birth_date: '1434' })).toEqual(['birth_date hijri-year']);
    expect(codes({ arrest_date: '0213' })).toEqual(['arrest_date long-ago']);
    const hijri = read({ ...plain, birth_date: '12/7/1434' });
    expect(hijri).toMatchObject({ problems: [{ field: 'birth_date', code: 'hijri-year' }] });
    expect(JSON.stringify(hijri)).not.toContain('1434');
    expect(codes({ consent_date: '2213-01-01' })).toEqual(['consent_date in-the-future']);
  });

  it('refuses what is no name, and says so once', () => {
    expect(codes({ name: '+963' })).toEqual(['name not-a-name']);
    expect(codes({ name: '=HYPERLINK("http://x/"&A1)' })).toEqual(['name formula']);
    expect(codes({ contact_name: '@x' })).toEqual(['contact_name formula']);
    expect(codes({ name: '؟؟؟' })).toEqual(['name name-missing']);
    expect(
      good({ mother_name: '---', witness_name: 'M', witness_statement: 'Saw him' }).document,
    ).toMatchObject({ report: { witnesses: [{ name: 'M' }] } });
  });

  it('is known by its id, else by whom it is about and who gave it', () => {
    const identity = (cells: Cells) => good(cells).identity;
    expect(identity({ id: 'uuid:A-1' })).toBe(identity({ id: 'a-1' }));
    expect(identity({ birth_date: '1987' })).toBe(identity({ name: 'ZAYD  example' }));
    expect(identity({ contact_phone: '+963 000' })).not.toBe(identity({}));
    expect(identity({ name: 'Amr Example' })).not.toBe(identity({}));
  });

  it('says the same when it comes back from an export', () => {
    const text = fc.stringMatching(/^[a-zء-ي]{2,8}( [a-zء-ي]{1,8})?$/);
    const list = fc.array(text, { minLength: 1, maxLength: 3 }).map((items) => items.join('; '));
    const source = fc.constantFrom('first_hand', 'hearsay', 'paid', 'official');
    const rows = fc.record(
      {
        ...{ name: list, name_arabic: list, given_name: text, mother_family_name: text },
        ...{ known_as: list, other_names: list, birth_date: fc.constantFrom('1987', '1987~') },
        ...{ home_place: text, marks: list, other_numbers: list, last_seen_place: text },
        ...{ last_seen_source: source, arrested_by: text, arrest_source: source },
        ...{ detention_places: list, detention_source: source, belongings: list },
        ...{ witness_statement: text, witness_source: source },
        ...{ contact_relationship_other: text, contact_note: text, contact_2_name: text },
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(rows, (some) => {
        const second = some.contact_2_name === undefined ? 'no' : 'yes';
        const day = { contact_2_consent_date: '2026-03-01', contact_2_consent_way: 'phone' };
        const first = good({ ...some, ...day, contact_2_consent_store: second }).document;
        const again = good(reportCells('', first.report, first.contacts) as Cells).document;
        expect(again).toEqual(first);
      }),
    );
  });

  it('never throws and never repeats a value, whatever the cells hold', () => {
    const word = fc.string({ unit: 'binary', minLength: 8, maxLength: 40 });
    const cells = fc.dictionary(fc.constantFrom(...REPORT_IMPORT_COLUMNS), word);
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

describe('headers of files of reports', () => {
  it('mean one column each in every language', () => {
    const words = new HeaderWords(columnVocabulary);
    const seen = new Map<string, string>();
    for (const [column, languages] of Object.entries(columnVocabulary.words)) {
      for (const word of Object.values(languages).flat()) {
        expect([word, words.certain(word, new Set())]).toEqual([word, column]);
        seen.set(word, column);
      }
    }
    expect(Object.keys(columnVocabulary.words)).toEqual(
      expect.arrayContaining([...REPORT_IMPORT_COLUMNS]),
    );
  });
});

it('what is wrong with a report is told in Arabic and English', () => {
  for (const { ar, en } of Object.values(reportReasons)) {
    expect(ar).toMatch(/\p{Script=Arabic}/u);
    expect(en).toMatch(/^[A-Z].*\.$/);
  }
});
