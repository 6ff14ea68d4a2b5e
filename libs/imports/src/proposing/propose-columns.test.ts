import { HeaderWords } from '../columns/header-words.js';
import { proposeColumns } from './propose-columns.js';

const words = new HeaderWords({
  columns: ['id', 'name', 'given_name', 'family_name', 'mother_name', 'birth_date'],
  words: {
    family_name: { ar: ['الكنية'], fr: ['nom de famille'], tr: ['soyadı'] },
    mother_name: { ar: ['اسم الأم'], fr: ['nom de la mère'], tr: ['ana adı'] },
    birth_date: { ar: ['تاريخ الولادة'], en: ['date of birth'], tr: ['doğum tarihi'] },
  },
  ambiguous: [{ words: ['الاسم'], alone: 'name', beside: ['family_name'], then: 'given_name' }],
});

const told = (...headers: string[]) =>
  proposeColumns(headers, words).map(({ column, sure, why }) => [column, sure, why]);

describe('columns proposed for headers', () => {
  it('say how sure they are and why', () => {
    expect(told('الكنية', 'SOYADI')).toEqual([
      ['family_name', 'certain', 'exact'],
      [null, 'unknown', 'doubled'],
    ]);
    expect(told('DOGUM_TARIHI')).toEqual([['birth_date', 'certain', 'folded']]);
    expect(told('Date of birth (dd/mm/yyyy) *')).toEqual([['birth_date', 'likely', 'loose']]);
    expect(told('تاريخ ولادة')).toEqual([['birth_date', 'likely', 'loose']]);
    expect(told('famly name')).toEqual([['family_name', 'guess', 'nearest']]);
    expect(told('weight')).toEqual([[null, 'unknown', 'unknown']]);
    expect(told('سبب رفض الصف')).toEqual([[null, 'certain', 'reasons']]);
  });

  it('are none for the numbers that a list counts its rows with', () => {
    const serials = ['رقم اللائحة', 'رقم القائمة', 'الرقم المتسلسل', 'م', '#', 'No.', 'بيانات / م'];
    for (const header of serials) {
      expect([header, ...told(header)]).toEqual([header, [null, 'likely', 'serial']]);
    }
  });

  it('know the questions of a form by group and field', () => {
    expect(told('person/family_name', 'mother/name', 'a/b/Date of birth')).toEqual([
      ['family_name', 'likely', 'group'],
      ['mother_name', 'likely', 'group'],
      ['birth_date', 'likely', 'group'],
    ]);
  });

  it('read a bare name by what stands beside it in the same group', () => {
    const group = 'بيانات المفقود';
    expect(told(`${group} / الاسم`, `${group} / الكنية`)).toEqual([
      ['given_name', 'likely', 'group'],
      ['family_name', 'likely', 'group'],
    ]);
    expect(told(`${group} / الاسم`, 'الكنية')[0]).toEqual(['given_name', 'likely', 'group']);
    expect(told(`${group} / الاسم`)).toEqual([['name', 'likely', 'group']]);
    // Used without being asked the bare name would be the whole one: so a person is asked.
    expect(told('الاسم', `${group} / الكنية`)[0]).toEqual(['given_name', 'likely', 'exact']);
    expect(told('الاسم', 'الكنية (كما وردت)')[0]).toEqual(['given_name', 'likely', 'exact']);
  });

  it('give a column to the surest header, and read a bare name by what is beside it', () => {
    expect(told('famly name', 'الكنية', 'الاسم')).toEqual([
      [null, 'unknown', 'doubled'],
      ['family_name', 'certain', 'exact'],
      ['given_name', 'certain', 'exact'],
    ]);
    expect(told('الاسم')).toEqual([['name', 'certain', 'exact']]);
  });

  it('follow a saved mapping before all else', () => {
    const saved = { الكنية: 'name', weight: '' };
    expect(proposeColumns(['الكنية', 'weight', 'name'], words, saved)).toEqual([
      { header: 'الكنية', column: 'name', sure: 'certain', why: 'saved' },
      { header: 'weight', column: null, sure: 'certain', why: 'saved' },
      { header: 'name', column: null, sure: 'unknown', why: 'doubled' },
    ]);
  });

  it('are none for whole questions, which have no name near them', () => {
    const question = 'Would you tell us the full name of the family that he was born into? ';
    expect(told(`${question}${question}`.slice(0, 125))).toEqual([[null, 'unknown', 'unknown']]);
  });
});
