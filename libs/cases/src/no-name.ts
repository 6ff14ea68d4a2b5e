import { foldWord } from '@athar/imports';
import noNames from './no-names.json' with { type: 'json' };

const folded = new Set(noNames.map(foldWord));

/** True for what stands in a name's place where no name is known: مجهول الهوية is no name. */
export function isNoName(text: string): boolean {
  return folded.has(foldWord(text));
}
