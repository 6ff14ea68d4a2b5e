import { spellByRule } from './spelling-rules.js';
import { TRADITIONS, type Tradition } from './traditions.js';

/** One name that is never split: a word, or a compound such as عبد الرحمن. */
export interface NameToken {
  /** In Arabic letters, as on an identity paper. */
  ar: string;
  /** True where `ar` begins with the article, which `latin` leaves out. */
  article: boolean;
  /** Spellings by tradition, the most usual first; never empty. */
  latin: Readonly<Record<Tradition, readonly string[]>>;
}

/** A row of the vocabulary: what is not given is spelled by rule. */
export type VocabularyRow = { ar: string; en: readonly string[] } & {
  readonly [tradition in Exclude<Tradition, 'en'>]?: readonly string[];
};

const article = /^ال(?=\S{2})/;

export function nameToken(row: VocabularyRow): NameToken {
  const latin = {} as Record<Tradition, readonly string[]>;
  for (const tradition of TRADITIONS) {
    const spellings =
      row[tradition] ?? row.en.flatMap((word) => spellByRule(word, row.ar, tradition));
    latin[tradition] = [...new Set(spellings)];
  }
  return { ar: row.ar, article: article.test(row.ar), latin };
}
