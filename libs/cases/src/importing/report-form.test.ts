import { readDate } from '@athar/dates';
import { HeaderWords, foldWord } from '@athar/imports';
import { columnVocabulary } from './column-vocabulary.js';
import { readRow } from './read-row.js';
import { REPORT_IMPORT_COLUMNS } from './report-columns.js';
import { COLUMNS_NOT_ON_FORM, REPORT_FORM, formLanguages, intakeForm } from './report-form.js';
import { relationshipWords } from './word-lists.js';

const fields = REPORT_FORM.flatMap((section) => section.fields);

describe('the intake form', () => {
  it('asks for every column of an import, once, but for those it names', () => {
    const asked = fields.map(({ column }) => column);
    expect([...asked, ...COLUMNS_NOT_ON_FORM].sort()).toEqual([...REPORT_IMPORT_COLUMNS].sort());
  });

  it('has labels that an import knows as headers', () => {
    const words = new HeaderWords(columnVocabulary);
    const known = fields.map(({ column, label }) =>
      formLanguages.map((language) => [
        label[language],
        words.certain(label[language], new Set(['family_name'])),
        column,
      ]),
    );
    expect(known.flat().filter(([, meant, column]) => meant !== column)).toEqual([]);
  });

  it('offers answers that an import knows', () => {
    for (const language of formLanguages) {
      for (const { column, options = [] } of fields) {
        for (const option of options) {
          const cell = { header: column, text: option[language] };
          const read = readRow(new Map([[column, cell]]));
          const problems = 'problems' in read ? read.problems : [];
          const unknown = problems.filter(({ code }) => code === 'unknown-word');
          expect([option[language], unknown]).toEqual([option[language], []]);
        }
      }
    }
  });

  it('is printed in either language with the column of each field', () => {
    const { title, sections, foot } = intakeForm('ar');
    expect([title, foot].every((text) => /\p{Script=Arabic}/u.test(text))).toBe(true);
    expect(sections[0]?.fields).toContainEqual({
      column: 'sex',
      label: 'الجنس',
      options: ['ذكر', 'أنثى'],
      half: true,
    });
    expect(intakeForm('en').sections.at(-2)?.fields[0]?.label).toBe('Relative name 2');
  });

  it('has the number of the form and the name of the missing person on every sheet', () => {
    const { head, sections } = intakeForm('en');
    expect(head).toMatchObject([
      { label: 'Form number', column: 'id' },
      { label: 'Name of the missing person' },
    ]);
    const below = sections.flatMap((section) => section.fields.map(({ label }) => label));
    expect(below).not.toContain('Form number');
  });

  it('asks beside the consents of each relative whose they are, on one sheet', () => {
    const consents = intakeForm('en').sections.filter(({ together }) => together);
    expect(consents.map(({ title, fields: [first] }) => [title, first?.label])).toEqual([
      ['Consents of the first relative', 'Name of the relative who consents'],
      ['Consents of the second relative', 'Name of the relative who consents'],
    ]);
  });

  it('has one order of day, month and year, which an import told of it reads', () => {
    const dates = fields.filter(({ column }) => column.endsWith('_date'));
    expect(dates.length).toBeGreaterThan(5);
    expect(dates.filter(({ date }) => !date)).toEqual([]);
    const hints = dates.flatMap(({ hint }) => [hint?.ar ?? '', hint?.en ?? '']).join(' ');
    expect(hints).not.toMatch(/\d|Year, month|السنة ثم/u);
    for (const language of formLanguages) {
      const { typing } = intakeForm(language);
      expect(typing.join(' ')).toContain('dmy');
      const written = typing.join(' ').match(/\d[\d/]*~?/g) ?? [];
      expect(written).toEqual(['5/6/2013', '6/2013', '2013', '2013~']);
      const read = written.map((date) => readDate(date, 'dmy'));
      const meant = ['2013-06-05', '2013-06', '2013', '2013~'];
      expect(read).toEqual(meant.map((date) => ({ date })));
    }
  });

  it('calls the family name and the birth by the words of its labels in every text', () => {
    const texts = fields.flatMap(({ label, hint }) => [label.ar, hint?.ar ?? '']);
    expect(texts.filter((text) => /نسبة|شهرة|ميلاد|مواليد/u.test(text))).toEqual([]);
  });

  it('names every relative as the family says it, of either sex where the answer is for both', () => {
    const asked = fields.find(({ column }) => column === 'contact_relationship')?.options ?? [];
    const answers = asked.map(({ ar }) => ar).filter((answer) => answer !== 'غير ذلك');
    expect(answers.filter((answer) => !/^(ال|ابن أو ابنة ال)/u.test(answer))).toEqual([]);
    for (const both of ['grandparent', 'uncle_or_aunt', 'cousin', 'friend', 'lawyer']) {
      const forBoth = answers.filter((answer) => relationshipWords.get(foldWord(answer)) === both);
      expect(forBoth).toEqual([expect.stringContaining(' أو ')]);
    }
  });
});
