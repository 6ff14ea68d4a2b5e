/** Languages in which comparisons are explained. */
export const EXPLANATION_LANGUAGES = ['ar', 'en'] as const;
export type ExplanationLanguage = (typeof EXPLANATION_LANGUAGES)[number];

/** Comparisons are not explained in the language asked for. */
export class UnknownLanguage extends Error {
  readonly code = 'unknown-language';
  override readonly name = 'UnknownLanguage';

  constructor() {
    super(`Comparisons are explained in these languages: ${EXPLANATION_LANGUAGES.join(', ')}.`);
  }
}

/** @throws UnknownLanguage of any other */
export function checkLanguage(language: string): asserts language is ExplanationLanguage {
  if (!EXPLANATION_LANGUAGES.some((known) => known === language)) throw new UnknownLanguage();
}
