import type { DateOrder } from '@athar/dates';
import type { DateRead, ImportView, ReasonLanguage } from '@athar/imports';

/** What is said of how a file was read and how its import stands, in one language. */
export interface ReadingSentences {
  /** Of a workbook with more sheets than the one that was read. */
  sheets(view: ImportView): string;
  /** The saved mapping that was used. */
  mapping(name: string): string;
  dateOrder(order: DateOrder): string;
  dateRead(file: string, date: DateRead): string;
  /** Once its rows were checked. */
  received(importId: string): string;
  standing(view: ImportView): string;
  /** Why nothing came of the file. */
  nothing: Readonly<Record<'cancelled' | 'refused', string>>;
}

const english: ReadingSentences = {
  sheets: ({ sheet, sheetsLeft }) =>
    `Sheet "${sheet ?? ''}" was read; ${sheetsLeft.length} more not read: ` +
    `${sheetsLeft.map((name) => `"${name}"`).join(', ')}. See --sheet.`,
  mapping: (name) => `The saved mapping "${name}" was used (--mapping none for none).`,
  dateOrder: (order) =>
    `Dates such as 5/6/2013 were read as ${orders.en[order]} (--date-order ${order}).`,
  dateRead: (file, { column, written, read }) =>
    `${file}: column ${column}: ${written} was read as ${read}`,
  received: (id) => `Import ${id}: every row was read.`,
  standing: ({ id, state }) => `Import ${id}: ${state}.`,
  nothing: {
    cancelled: 'The import was cancelled.',
    refused: 'Nothing was brought in: some rows are bad, and it was to be all or nothing.',
  },
};

const arabic: ReadingSentences = {
  sheets: ({ sheet, sheetsLeft }) =>
    `قُرئت الورقة «${sheet ?? ''}»، وأوراق لم تُقرأ (${sheetsLeft.length}): ` +
    `${sheetsLeft.map((name) => `«${name}»`).join('، ')}. لاختيار غيرها: --sheet`,
  mapping: (name) => `استُعمل الربط المحفوظ «${name}» (لتركه: --mapping none).`,
  dateOrder: (order) =>
    `قُرئت التواريخ مثل 5/6/2013 بترتيب ${orders.ar[order]} (--date-order ${order}).`,
  dateRead: (file, { column, written, read }) =>
    `${file}، العمود «${column}»: ${written} قُرئ ${read}`,
  received: (id) => `الإدخال ${id}: قُرئت كل الصفوف.`,
  standing: ({ id, state }) => `الإدخال ${id}: ${states[state]}.`,
  nothing: {
    cancelled: 'أُلغي الإدخال.',
    refused: 'لم يُدخل شيء: بعض الصفوف معيبة، والمطلوب إدخال الكل أو لا شيء.',
  },
};

const orders: Readonly<Record<ReasonLanguage, Readonly<Record<DateOrder, string>>>> = {
  en: { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' },
  ar: { dmy: 'يوم ثم شهر ثم سنة', mdy: 'شهر ثم يوم ثم سنة', ymd: 'سنة ثم شهر ثم يوم' },
};

const states: Readonly<Record<ImportView['state'], string>> = {
  receiving: 'قيد الاستلام',
  applying: 'قيد الإدخال',
  applied: 'أُدخل',
  previewed: 'عُوين ولم يُدخل',
  refused: 'مرفوض',
  failed: 'فشل',
  cancelling: 'قيد الإلغاء',
  cancelled: 'أُلغي',
  undoing: 'قيد التراجع',
  undone: 'تم التراجع عنه',
};

/** What is said in each language. */
export const readingSentences: Readonly<Record<ReasonLanguage, ReadingSentences>> = {
  en: english,
  ar: arabic,
};
