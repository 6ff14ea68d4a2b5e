import { isArticle } from '../compounds.js';
import { headOf } from '../heads.js';
import { spellWords, type SpelledWord } from '../spelling.js';
import { particleOf } from './particles.js';

/** A word of a name as it is spelled anew: a name by itself, or several words that are written as one. */
export interface NameWord {
  /** In the letters of the sound model, the article left out. */
  readonly spelling: string;
  /** As `normalise` has it. */
  readonly folded: string;
  readonly article: boolean;
}

/** More words than these are not read. */
const MOST_WORDS = 12;

/** Of the faith, of God: one name with the word before it. */
const SECOND_HALF = /^(?:ال(?:دين|له)|[aeu]?l?(?:dd?|tt)(?:ee|i)ne?|[aou]?llah)$/u;
/** Names that begin with the letters of the article but do not have it. */
const NO_ARTICLE = /^ال(?:ياس|هام|فت|اء|ين|كس|فون|بير|برت|يس|ما$|له$)/u;

/** True for an Arabic word that the article is written to. */
export function hasArticle(arabic: string): boolean {
  return /^ال(?=..)/u.test(arabic) && !NO_ARTICLE.test(arabic);
}

/** Servant of, owner of: one name with the word after it. */
function isFirstHalf(word: string): boolean {
  const head = headOf(word);
  return head === 'abd' || head === 'dhu';
}

function joined(words: readonly SpelledWord[]): NameWord {
  return {
    spelling: words.map(({ spelling }) => spelling).join(''),
    folded: words.map(({ folded }) => folded).join(''),
    article: false,
  };
}

/** A word by itself; an Arabic one without the article that is written to it. */
function single(word: SpelledWord, afterArticle: boolean): NameWord {
  const { spelling, folded } = word;
  if (!hasArticle(spelling)) return { spelling, folded, article: afterArticle };
  return { spelling: spelling.slice(2), folded: folded.slice(2), article: true };
}

/** Where the name that begins at `at` ends: after its second half, if it has one. */
function endOf(words: readonly SpelledWord[], at: number): number {
  const folded = (place: number) => words[place]?.folded ?? '';
  const named = isArticle(folded(at + 1)) && at + 2 < words.length ? at + 2 : at + 1;
  if (isFirstHalf(folded(at)) && named < words.length) return named + 1;
  return SECOND_HALF.test(folded(named)) ? named + 1 : at + 1;
}

/**
 * The words of a name, those joined that are one name (عبد الرحمن, Abd el-Rahman, Nour al-Din), articles taken
 * from them. Takes any string; words beyond the twelfth are left out.
 */
export function readNameWords(text: string): NameWord[] {
  const words = spellWords(text).slice(0, MOST_WORDS);
  const read: NameWord[] = [];
  for (let at = 0; at < words.length;) {
    const bare = isArticle(words[at]?.folded ?? '') && at + 1 < words.length ? at + 1 : at;
    const first = words[bare];
    if (first === undefined) break;
    const end = particleOf(first.folded) === null ? endOf(words, bare) : bare + 1;
    const isOne = end > bare + 1;
    read.push(isOne ? joined(words.slice(bare, end)) : single(first, bare !== at));
    at = end;
  }
  return read;
}
