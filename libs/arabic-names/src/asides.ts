import { MAX_NAME_LENGTH } from './normalise.js';
import { spellWords, type SpelledWord } from './spelling.js';
import { BEFORE_YEARS, FACTS_BEFORE_NUMBERS, PLACES } from './words.js';

/** Brackets, commas, a dash between spaces, and numbers that are no letters of chat spelling. */
const SIGNS =
  /([()[\]（）,،;؛]|(?<=\s)[-–—](?=\s)|(?<![\p{L}\p{M}'])\p{Nd}[\p{Nd}./-]*(?![\p{Nd}\p{L}'’]))/u;
const OPENING = /^[([（]$/u;
const CLOSING = /^[)\]）]$/u;
const APART = /^[-–—,،;؛]$/u;
const NUMBER = /^\p{Nd}/u;

/** Words between two signs, and the signs before and after them. */
interface Segment {
  readonly words: readonly SpelledWord[];
  readonly before: string;
  readonly after: string;
  readonly bracketed: boolean;
}

function segmentsOf(text: string): Segment[] {
  const pieces = text.split(SIGNS);
  let bracketed = false;
  return pieces.flatMap((piece, at) => {
    if (OPENING.test(piece)) bracketed = true;
    if (CLOSING.test(piece)) bracketed = false;
    if (at % 2 === 1) return [];
    const [before, after] = [pieces[at - 1] ?? '', pieces[at + 1] ?? ''];
    return [{ words: spellWords(piece), before, after, bracketed }];
  });
}

/** حمص, Deir ez-Zor. */
function isPlace(words: readonly SpelledWord[]): boolean {
  return PLACES.has(words.map(({ folded }) => folded).join(' '));
}

function asideOf(segment: Segment): 'by-name' | 'fact' | null {
  if (segment.words.length === 0) return null;
  if (segment.bracketed) return isPlace(segment.words) ? 'fact' : 'by-name';
  return APART.test(segment.before) && isPlace(segment.words) ? 'fact' : null;
}

/** Place in a segment of the word that says what the number after it is (b. 1980, née en 1980); -1 for none. */
function factAt({ words, after }: Segment, first: boolean): number {
  if (!NUMBER.test(after)) return -1;
  const last = words.length - 1;
  const at = BEFORE_YEARS.has(words[last]?.folded ?? '') ? last - 1 : last;
  const isFact = FACTS_BEFORE_NUMBERS.has(words[at]?.folded ?? '');
  return isFact && (at > 0 || !first) ? at : -1;
}

function mark(segments: readonly Segment[]): SpelledWord[] {
  let fact = false;
  return segments.flatMap((segment, at) => {
    const aside = fact ? 'fact' : asideOf(segment);
    const from = factAt(segment, at === 0);
    fact ||= from >= 0;
    return segment.words.map((word, place): SpelledWord => {
      if (from >= 0 && place >= from) return { ...word, aside: 'fact' };
      return aside === null ? word : { ...word, aside };
    });
  });
}

/**
 * The words of a text, those marked that stand beside the name: in brackets, a place after a dash or a comma, a year of birth
 * with what it says of it. What is all in brackets is the name.
 * @param words `spellWords` of the text
 */
export function withAsides(text: string, words: readonly SpelledWord[]): readonly SpelledWord[] {
  const read = text.slice(0, MAX_NAME_LENGTH);
  if (!SIGNS.test(read)) return words;
  const marked = mark(segmentsOf(read));
  const named = marked.some(({ aside }) => aside === undefined);
  return named && marked.length === words.length ? marked : words;
}
