import form from './report-form.json' with { type: 'json' };
import { SECOND_OF, type ReportColumn } from './report-columns.js';

/** Languages that the form is printed in. */
export const formLanguages = ['ar', 'en'] as const;
export type FormLanguage = (typeof formLanguages)[number];

type Told = Readonly<Record<FormLanguage, string>>;

/** A question, and the column that its answer becomes when the sheet is typed in. */
export interface FormField {
  column: ReportColumn;
  label: Told;
  hint?: Told;
  /** Answers to choose from; every one is a word that an import knows. Left out: lines to write on. */
  options?: readonly Told[];
  /** Boxes for day, month and year in place of lines. */
  date?: boolean;
  /** Lines to write on; left out: 1. */
  lines?: number;
  /** Half as wide. */
  half?: boolean;
}

export interface FormSection {
  title: Told;
  fields: readonly FormField[];
  /** Asks once more whose answers these are; it becomes no column. */
  whose?: Told;
  /** Stands on one sheet. */
  together?: boolean;
}

type FieldData = Told & {
  column: string;
  hint?: Told;
  options?: string;
  date?: boolean;
  lines?: number;
  half?: boolean;
};

/** What every sheet has at its head, so that no sheet is taken for one of another report. */
const HEAD: ReportColumn = 'id';

const secondColumns = new Map<string, ReportColumn>(SECOND_OF);

/** The intake form: what a caseworker asks, in the order of asking. */
export const REPORT_FORM: readonly FormSection[] = [
  ...form.sections.map(({ ar, en, fields, ...rest }) => {
    return { ...manner(rest), title: { ar, en }, fields: fields.map(toField) };
  }),
  ...form.sections.flatMap(({ second, fields, ...rest }) => {
    if (second === undefined) return [];
    return [{ ...manner(rest), title: second, fields: fields.map(toField).map(ofSecondRelative) }];
  }),
];

/**
 * Columns that no field of the form becomes: what a spreadsheet or a form on a screen has beside its
 * lists, and what the form asks in parts.
 */
export const COLUMNS_NOT_ON_FORM: readonly ReportColumn[] = [
  'name_arabic',
  'home_governorate_other',
  'arrested_by_other',
  'detention_places_other',
  'consents',
  'contact_2_consents',
];

/** The form in one language, as it is printed. */
export function intakeForm(language: FormLanguage) {
  const printed = (field: FormField) => printedField(field, language);
  const fields = REPORT_FORM.flatMap((section) => section.fields);
  return {
    language,
    title: form.title[language],
    introduction: form.introduction[language],
    head: [
      ...fields.filter(({ column }) => column === HEAD).map(printed),
      { label: form.missing[language] },
    ],
    sheet: form.sheet[language],
    sections: REPORT_FORM.map(({ title, together, whose, fields: asked }) => ({
      title: title[language],
      ...(together ? { together } : {}),
      fields: [
        ...(whose ? [{ label: whose[language] }] : []),
        ...asked.filter(({ column }) => column !== HEAD).map(printed),
      ],
    })),
    typing: form.typing[language],
    foot: form.foot[language],
  };
}

function printedField({ label, hint, options, date, ...rest }: FormField, language: FormLanguage) {
  return {
    ...rest,
    label: label[language],
    ...(hint ? { hint: hint[language] } : {}),
    ...(options ? { options: options.map((option) => option[language]) } : {}),
    ...(date ? { boxes: form.dateParts[language] } : {}),
  };
}

function manner({ whose, together }: { whose?: Told; together?: boolean }) {
  return { ...(whose ? { whose } : {}), ...(together ? { together } : {}) };
}

function toField({ ar, en, column, options, ...rest }: FieldData): FormField {
  const lists: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = form.options;
  const told = Object.values(lists[options ?? ''] ?? {});
  const choices = told.map(([arabic = '', english = '']): Told => ({ ar: arabic, en: english }));
  const label = { ar, en };
  return {
    ...rest,
    column: column as ReportColumn,
    label,
    ...(options ? { options: choices } : {}),
  };
}

/** Its columns are called as those of the first, with a 2 behind. */
function ofSecondRelative(field: FormField): FormField {
  const { ar, en } = field.label;
  const column = secondColumns.get(field.column) ?? field.column;
  return { ...field, column, label: { ar: `${ar} 2`, en: `${en} 2` } };
}
