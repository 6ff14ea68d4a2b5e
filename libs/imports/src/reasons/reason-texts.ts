import type { ReasonLanguage } from './reasons-column.js';
import own from './reasons.json' with { type: 'json' };

type Told = Readonly<Record<ReasonLanguage, string>>;

/** What each meaning of a closed list is called: a word that an import knows for it. */
export type ListWords = Readonly<Record<string, Told>>;

/**
 * Code of a problem to what it is told in, in both languages. `{number}` and `{second}` stand for the first two
 * numbers of what was expected, `{values}` for the words that it allows, as `words` has them.
 */
export type ReasonTexts = Readonly<Record<string, Told & { readonly words?: ListWords }>>;

/** Texts for what is wrong with rows of any kind: broken rows, unknown columns, doubled rows. */
export const ownReasons: ReasonTexts = own;

/** What is wrong with a cell, with the column as the file names it. */
export interface ToldProblem {
  column: string;
  code: string;
  expected: string;
  fix: string;
}

const opening: Told = { ar: '«', en: '"' };
const closing: Told = { ar: '»', en: '"' };
const between: Told = { ar: '، ', en: ', ' };

/**
 * What a row is told in its column of reasons: each problem with the column's name.
 *
 * @param texts of the target, see {@link reasonOf}.
 */
export function reasonsOf(
  problems: readonly ToldProblem[],
  texts: ReasonTexts,
  language: ReasonLanguage,
): string {
  return problems
    .map((problem) => {
      const told = reasonOf(problem, texts, language);
      return `${opening[language]}${problem.column}${closing[language]}: ${told}`;
    })
    .join(' | ');
}

/**
 * What is wrong with a cell and what to do, in the reader's language, without the column.
 *
 * @param texts of the target, which go before {@link ownReasons}. A code in neither is told in the
 * problem's own words.
 */
export function reasonOf(
  { code, expected, fix }: Omit<ToldProblem, 'column'>,
  texts: ReasonTexts,
  language: ReasonLanguage,
): string {
  const text = texts[code] ?? ownReasons[code];
  if (text === undefined) return `expected ${expected}. ${fix}`;
  const [number = '', second = ''] = expected.match(/\d[\d,]*\d|\d/g) ?? [];
  return text[language]
    .replace('{number}', number)
    .replace('{second}', second)
    .replace('{values}', () => valuesOf(expected, text.words, language));
}

/** The values of "one of: a, b" in the reader's language; those that have no word there as they are. */
function valuesOf(expected: string, words: ListWords = {}, language: ReasonLanguage): string {
  const values = expected.replace(/^one of: /, '').split(', ');
  return values.map((value) => words[value]?.[language] ?? value).join(between[language]);
}
