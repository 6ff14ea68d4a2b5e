import type { Problem } from '@athar/diagnostics';
import { foldWord } from './fold.js';
import noNames from './no-names.json' with { type: 'json' };

const folded = new Set(noNames.map(foldWord));

/**
 * True for what stands in a name's place where no name is known: مجهول الهوية is no name, nor are signs
 * alone, as --- or ؟؟؟.
 */
export function isNoName(text: string): boolean {
  return /^[^\p{L}\p{N}=@]*$/u.test(text) || folded.has(foldWord(text));
}

/** What stands where a name should, and is none. */
export type NameFlaw = 'formula' | 'not-a-name';

const formula = /^(?:[=@]|[+-]\s*[^\s\p{L}].*\p{L})/su;
const twoLetters = /\p{L}.*\p{L}/su;

/**
 * Why a text cannot be a name: a spreadsheet would reckon with it, or it has not two letters of any
 * script. Undefined for all that may be one, and for what {@link isNoName} knows.
 */
export function nameFlaw(text: string): NameFlaw | undefined {
  const trimmed = text.trim();
  if (isNoName(trimmed)) return undefined;
  if (formula.test(trimmed)) return 'formula';
  return twoLetters.test(trimmed) ? undefined : 'not-a-name';
}

/** What to do about it, in English; the name is not in it. */
export const nameAdvice: Readonly<Record<NameFlaw, Pick<Problem, 'expected' | 'fix'>>> = {
  formula: {
    expected: 'a name',
    fix: 'This is a formula, not a name: write the name itself, or leave it empty.',
  },
  'not-a-name': {
    expected: 'a name of at least two letters',
    fix: 'Write the name, or leave it empty; numbers have fields of their own.',
  },
};
