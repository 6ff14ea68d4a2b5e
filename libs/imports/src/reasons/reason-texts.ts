import type { ReasonLanguage } from './reasons-column.js';
import own from './reasons.json' with { type: 'json' };

/**
 * Code of a problem to what it is told in, in both languages. `{number}` stands for the first number
 * of what was expected, `{values}` for the words that it allows.
 */
export type ReasonTexts = Readonly<Record<string, Readonly<Record<ReasonLanguage, string>>>>;

/** Texts for what is wrong with rows of any kind: broken rows, unknown columns, doubled rows. */
export const ownReasons: ReasonTexts = own;

/** What is wrong with a cell, with the column as the file names it. */
export interface ToldProblem {
  column: string;
  code: string;
  expected: string;
  fix: string;
}

const opening: Readonly<Record<ReasonLanguage, string>> = { ar: '«', en: '"' };
const closing: Readonly<Record<ReasonLanguage, string>> = { ar: '»', en: '"' };

/**
 * What a row is told in its column of reasons: each problem with the column's name.
 *
 * @param texts of the target, which go before {@link ownReasons}. A code in neither is told in the
 * problem's own words.
 */
export function reasonsOf(
  problems: readonly ToldProblem[],
  texts: ReasonTexts,
  language: ReasonLanguage,
): string {
  return problems
    .map((problem) => {
      const text = (texts[problem.code] ?? ownReasons[problem.code])?.[language];
      const told = text === undefined ? plain(problem) : filledIn(text, problem.expected);
      return `${opening[language]}${problem.column}${closing[language]}: ${told}`;
    })
    .join(' | ');
}

function plain({ expected, fix }: ToldProblem): string {
  return `expected ${expected}. ${fix}`;
}

function filledIn(text: string, expected: string): string {
  const number = /\d[\d,]*/.exec(expected)?.[0] ?? '';
  return text.replace('{number}', number).replace('{values}', expected.replace(/^one of: /, ''));
}
