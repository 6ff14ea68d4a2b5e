import type { ReasonLanguage } from '@athar/imports';
import type { Output } from '../../output.js';
import { arabicLine } from '../../terminal/arabic-line.js';

/** A line about the work, as a screen shows sentences of its language. */
export function noteIn(language: ReasonLanguage, output: Output, sentence: string): void {
  output.note(language === 'ar' ? arabicLine(output.stderr, sentence) : sentence);
}
