import { MAX_NAME_LENGTH } from './normalise.js';
import type { Word } from './read-words.js';
import { spellWords } from './spelling.js';
import { ABBREVIATIONS } from './words.js';

const CAPITALS = /\p{Lu}{2}/u;
const SMALL = /\p{Ll}/u;

function isCapital(piece: string): boolean {
  const letters = piece.replace(/\P{L}/gu, '');
  return (
    letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  );
}

/** Abu Hasan, or what stands in brackets or after "known as". */
function isByName({ head, alias }: Word): boolean {
  return alias || head === 'abu' || head === 'umm';
}

/** More parts than these in capitals are no family's name. */
const MOST_PARTS = 2;

/**
 * The parts of a name that are wholly in capitals beside others that are not, as papers and lists write a family's
 * name: at either end, by-names aside, and no name written short (MHD).
 * @param parts for each written word of the text the part that it went into
 * @returns the first of them and how many there are; null where there are none
 */
export function partsInCapitals(
  text: string,
  words: readonly Word[],
  parts: readonly number[],
): { first: number; count: number } | null {
  const read = text.slice(0, MAX_NAME_LENGTH);
  if (!CAPITALS.test(read) || !SMALL.test(read)) return null;
  const pieces = read.split(' ');
  const capital = pieces.flatMap((piece) => spellWords(piece).map(() => isCapital(piece)));
  const whole = words.map((word, part) => {
    const isFamily = !isByName(word) && !ABBREVIATIONS.has(word.text);
    return isFamily && parts.every((of, at) => of !== part || capital[at] === true);
  });
  const first = whole.indexOf(true);
  const count = whole.filter(Boolean).length;
  if (count === 0 || count > MOST_PARTS || count === whole.length) return null;
  const together = whole.slice(first, first + count).every(Boolean);
  const named = words.flatMap((word, part) => (isByName(word) ? [] : [part]));
  const atEnd = first === named[0] || first + count - 1 === named.at(-1);
  return together && atEnd ? { first, count } : null;
}
