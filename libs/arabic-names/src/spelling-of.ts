import { normalise } from './normalise.js';
import type { FoldedWord } from './compounds.js';
import type { SpelledWord } from './spelling.js';

export function lettersOf(spelled: readonly SpelledWord[]): string {
  if (spelled.length === 1) return spelled[0]?.spelling ?? '';
  return spelled.map(({ spelling }) => spelling).join('');
}

function withoutArticle(spelling: string): string {
  return spelling.replace(/^ال(?=..)/u, '');
}

/** Most letters that the spelling of a piece has fewer than its folded form (ş is sh). */
const MOST_FEWER = 3;

/** The end of a spelling, or its beginning, that is folded to `folded`; null where there is none. */
export function pieceOf(spelling: string, folded: string, end: boolean): string | null {
  for (let fewer = 0; fewer <= MOST_FEWER && fewer < folded.length; fewer += 1) {
    const length = folded.length - fewer;
    const piece = end ? spelling.slice(-length) : spelling.slice(0, length);
    if (piece === folded || normalise(piece) === folded) return piece;
  }
  return null;
}

/** True where nothing of what tells sounds apart was folded away. */
function isPlain(spelling: string): boolean {
  return /^[a-z]+$/u.test(spelling);
}

/**
 * The letters of what is compared of a part, with all that tells sounds apart; where a compound is
 * folded to what stands in none of its writings, that folded form.
 */
export function spellingOf(word: FoldedWord, spelled: readonly SpelledWord[]): string {
  const last = spelled[spelled.length - 1];
  if (last === undefined) return word.folded;
  if (word.head === null) {
    const bare = last.folded.replace(/^ال(?=..)/u, '');
    const joined = word.article && last.folded.endsWith(word.folded);
    const isOwn = word.folded === bare || word.folded === last.folded || joined;
    return isOwn ? lettersOf(spelled) : word.folded;
  }
  if (word.folded === last.folded) return last.spelling;
  const bare = withoutArticle(last.spelling);
  if (isPlain(bare)) return word.folded;
  return pieceOf(bare, word.folded, word.head !== 'oglu') ?? word.folded;
}
