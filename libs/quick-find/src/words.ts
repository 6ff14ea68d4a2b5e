import { foldForSearch, normalise, skeletonOfWord } from '@athar/arabic-names';

/** A word of a text, as quick-find compares it. */
export interface Word {
  /** Place of the text among those of its item. */
  text: number;
  /** Where the word stands in the text: UTF-16 units, `end` not included. */
  start: number;
  end: number;
  /** The word as search boxes forgive it. */
  folded: string;
  /** Its consonants, which it shares with its spellings in the other script. */
  skeleton: string;
  arabic: boolean;
}

/** What is told of a word by its letters alone. */
export type Spelling = Pick<Word, 'folded' | 'skeleton' | 'arabic'>;

const WORD = /[\p{L}\p{M}\p{N}'’ʼʿʾ]+/gu;
const ARABIC = /\p{Script=Arabic}/u;

/**
 * The words of a text in their order; those that folding leaves nothing of are left out.
 *
 * @param met words of other texts: names come again and again, and each is folded once.
 */
export function wordsOf(text: string, place = 0, met = new Map<string, Spelling>()): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const spelling = met.get(match[0]) ?? spellingOf(match[0]);
    met.set(match[0], spelling);
    if (spelling.folded === '') continue;
    const [start, end] = [match.index, match.index + match[0].length];
    words.push({ text: place, start, end, ...spelling });
  }
  return words;
}

function spellingOf(word: string): Spelling {
  return {
    folded: foldForSearch(word),
    skeleton: skeletonOfWord(word),
    arabic: ARABIC.test(word),
  };
}

/**
 * Where a stretch of the folded word stands in the word as written. Folding drops an article and
 * doubled letters, and one letter may fold to two or to none: so letters are met from the end, and
 * the word is folded once more for each of its beginnings.
 *
 * @param from first place in the folded word  @param to last place, included
 * @returns first place in the word as written and the one after the last.
 */
export function unfolded(word: string, from: number, to: number): [number, number] {
  const places = placesIn(normalise(word), foldForSearch(word));
  const [first, last] = [places[from], places[to]];
  if (first === undefined || last === undefined) return [0, word.length];
  const lengths = Array.from(
    { length: word.length + 1 },
    (_, end) => normalise(word.slice(0, end)).length,
  );
  const start = lengths.findIndex((length) => length > first);
  const end = lengths.findIndex((length) => length > last);
  return [Math.max(0, start - 1), end === -1 ? word.length : end];
}

/** Where each letter of `folded` stands in `whole`, of which letters were dropped. */
function placesIn(whole: string, folded: string): (number | undefined)[] {
  const places = new Array<number | undefined>(folded.length);
  let at = whole.length;
  for (let letter = folded.length - 1; letter >= 0; letter -= 1) {
    at = at > 0 ? whole.lastIndexOf(folded.charAt(letter), at - 1) : -1;
    places[letter] = at === -1 ? undefined : at;
  }
  return places;
}
