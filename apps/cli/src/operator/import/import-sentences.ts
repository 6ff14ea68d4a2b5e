import type { ImportView, ReasonLanguage } from '@athar/imports';
import type { TitleImportCounts } from '@athar/registry';

/** What an import says at its end, in one language. */
export interface ImportSentences {
  /** How many rows were read, and what became of them. */
  summary(view: ImportView): string;
  /** Of very many bad rows only the first are named. */
  moreBad(rows: number): string;
  unreadTitles(titles: string): string;
  /** Of a dry run. */
  groupsForeseen(groups: number): string;
  groups(counts: TitleImportCounts): string;
  /** Entries that have no photographs any more and stay, and what to do. */
  entriesKept(ids: readonly string[]): string;
}

const english: ImportSentences = {
  summary: ({ counts, dryRun, state }) => {
    const { rows, bad, added, changed, unchanged } = counts;
    const read = `Read ${counted(rows, 'row', 'rows')}: ${rows - bad} good, ${bad} bad.`;
    if (state === 'refused') return read;
    const would = dryRun ? 'Would be' : 'Are';
    return `${read} ${would} added ${added}, changed ${changed}, unchanged ${unchanged}.`;
  },
  moreBad: (rows) => `and ${counted(rows, 'more bad row', 'more bad rows')}`,
  unreadTitles: (titles) => `Titles that no pattern reads: ${titles}.`,
  groupsForeseen: (groups) => `Groups of one person each would be: ${groups}.`,
  groups: ({ groups, entriesAdded, entriesChanged, entriesUnchanged }) =>
    `Groups of one person each: ${groups}. Entries added ${entriesAdded}, changed ` +
    `${entriesChanged}, unchanged ${entriesUnchanged}.`,
  entriesKept: (ids) =>
    `${counted(ids.length, 'entry has', 'entries have')} no photographs any more, since this list puts ` +
    'them with others, and stay in doubt: a pair with them was judged, or they are under legal hold: ' +
    `${ids.join(', ')}. Look at them (GET /api/collections/{id}/photographs/uncertain` +
    '?doubt=emptied-though-judged): where they are two persons, split the photographs off again ' +
    '(POST /api/entries/{id}/photographs/split), where they are one, merge them (…/photographs/merge); ' +
    'or undo this import.',
};

const arabic: ImportSentences = {
  summary: ({ counts, dryRun, state }) => {
    const { rows, bad, added, changed, unchanged } = counts;
    const read = `قُرئ ${inArabic(rows, rowForms)}: السليم ${rows - bad}، المعيب ${bad}.`;
    if (state === 'refused') return read;
    const would = dryRun ? 'عند الإدخال: ' : '';
    return `${read} ${would}الجديد ${added}، المعدّل ${changed}، غير المتغيّر ${unchanged}.`;
  },
  moreBad: (rows) => `وكذلك ${inArabic(rows, badRowForms)}`,
  unreadTitles: (titles) => `عناوين لا يقرؤها أي نمط: ${titles.replace('at least', 'على الأقل')}.`,
  groupsForeseen: (groups) => `المجموعات المتوقعة، كل منها لشخص واحد: ${groups}.`,
  groups: ({ groups, entriesAdded, entriesChanged, entriesUnchanged }) =>
    `المجموعات، كل منها لشخص واحد: ${groups}. القيود: الجديد ${entriesAdded}، المعدّل ` +
    `${entriesChanged}، غير المتغيّر ${entriesUnchanged}.`,
  entriesKept: (ids) =>
    `قيود بقيت بلا صور: ${ids.length}. هذه القائمة تضم صورها إلى غيرها، وهي باقية موضع شك لأن زوجًا معها ` +
    `حُكم فيه أو لأنها تحت حفظ قانوني: ${ids.join('، ')}. راجعوها (GET /api/collections/{id}/photographs/` +
    'uncertain?doubt=emptied-though-judged): إن كانا شخصين فافصلوا الصور من جديد ' +
    '(POST /api/entries/{id}/photographs/split)، وإن كانا شخصًا واحدًا فادمجوهما (…/photographs/merge)، ' +
    'أو تراجعوا عن هذا الإدخال.',
};

/** What is said in each language. */
export const importSentences: Readonly<Record<ReasonLanguage, ImportSentences>> = {
  en: english,
  ar: arabic,
};

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** A number sign stands where the number is said; one and two are said by the word alone. */
const rowForms: Forms = {
  one: 'صف واحد',
  two: 'صفان',
  few: '# صفوف',
  many: '# صفًا',
  other: '# صف',
};
const badRowForms: Forms = {
  one: 'صف معيب واحد',
  two: 'صفان معيبان',
  few: '# صفوف معيبة',
  many: '# صفًا معيبًا',
  other: '# صف معيب',
};

const arabicPlurals = new Intl.PluralRules('ar');

function inArabic(count: number, forms: Forms): string {
  return (forms[arabicPlurals.select(count)] ?? forms.other).replace('#', String(count));
}
