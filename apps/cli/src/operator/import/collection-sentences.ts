import type { ReasonLanguage } from '@athar/imports';
import type { CollectionKind } from '@athar/registry';

/** What is said of the collection that a file goes to, in one language. */
export interface CollectionSentences {
  /** @param terms true where the command describes terms, which change nothing. */
  using(id: string, kind: CollectionKind, terms: boolean): string;
  made(id: string, kind: CollectionKind): string;
  /** Of a dry run, or a file that did not come in. */
  none(kind: CollectionKind): string;
  /** What kind `other` is not used for. @param told true where somebody has said the kind. */
  other(told: boolean): string;
}

const english: CollectionSentences = {
  using: (id, kind, terms) =>
    `Using the collection of this title: ${id}, of kind ${kind}.` +
    (terms ? ' Its terms stay as they are.' : ''),
  made: (id, kind) => `Made the collection ${id}, of kind ${kind}.`,
  none: (kind) =>
    `There is no such collection yet, and none was made; it would be of kind ${kind}.`,
  other: (told) =>
    'Entries of kind other are not compared with civil records nor with other archives.' +
    (told ? '' : ' --kind says what the source is.'),
};

const arabic: CollectionSentences = {
  using: (id, kind, terms) =>
    `المجموعة الموجودة بهذا العنوان هي المستعملة: ${id}، ونوعها ${kind}.` +
    (terms ? ' تبقى شروطها كما هي.' : ''),
  made: (id, kind) => `أُنشئت المجموعة ${id}، ونوعها ${kind}.`,
  none: (kind) => `لا توجد مجموعة كهذه بعد ولم تُنشأ؛ سيكون نوعها ${kind}.`,
  other: (told) =>
    'قيود النوع other لا تُقارن بالسجل المدني ولا بأرشيفات أخرى.' +
    (told ? '' : ' يحدَّد نوع المصدر بـ --kind'),
};

/** What is said in each language. */
export const collectionSentences: Readonly<Record<ReasonLanguage, CollectionSentences>> = {
  en: english,
  ar: arabic,
};
