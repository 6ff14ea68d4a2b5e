import { MAX_NAME_LENGTH } from '../normalise.js';
import {
  foldFound,
  foldLetters,
  inModelLetters,
  spellWords,
  WORDS,
  type SpelledWord,
} from '../spelling.js';

/** Letters of a text with the marks on them: what stands or falls together. */
export interface Cluster {
  /** In UTF-16 units of the text; `end` is behind the last. */
  readonly start: number;
  readonly end: number;
}

/** A word of a name where it is written. */
export interface WrittenWord {
  readonly spelled: SpelledWord;
  readonly clusters: readonly Cluster[];
}

/** A letter, or whatever else, with the marks and invisible signs that follow it. */
const CLUSTER = /[\s\S][\p{M}\p{Cf}\u0640]*/gu;

function clustersOf(text: string, from: number): Cluster[] {
  return Array.from(text.matchAll(CLUSTER), ({ 0: cluster, index }) => ({
    start: from + index,
    end: from + index + cluster.length,
  }));
}

/** The clusters of each word in a text, words of no letters left out. */
function rangesOf(text: string, from: number): { folded: string; clusters: Cluster[] }[] {
  const clusters = clustersOf(text, from);
  const owners: number[] = [];
  let letters = '';
  clusters.forEach(({ start, end }, at) => {
    const spelled = inModelLetters(text.slice(start - from, end - from));
    for (let unit = 0; unit < spelled.length; unit += 1) owners.push(at);
    letters += spelled;
  });
  // Some signs hold two words (㎧): the first of them has it.
  let free = 0;
  return Array.from(letters.matchAll(WORDS), ({ 0: word, index }) => {
    const first = Math.max(free, owners[index] ?? 0);
    free = Math.max(free, (owners[index + word.length - 1] ?? 0) + 1);
    return { folded: foldFound(word), clusters: clusters.slice(first, free) };
  }).filter(({ folded }) => folded !== '');
}

/**
 * The place among clusters before which the text is folded to the first `length` letters; -1 where they do
 * not end between two clusters.
 */
export function placeOfCut(text: string, clusters: readonly Cluster[], length: number): number {
  const [first] = clusters;
  if (first === undefined) return -1;
  const whole = foldLetters(text.slice(first.start, clusters[clusters.length - 1]?.end));
  const wanted = whole.slice(0, length);
  return clusters.findIndex(
    ({ start }, at) => at > 0 && foldLetters(text.slice(first.start, start)) === wanted,
  );
}

/** The words of one piece between spaces, where they are written. */
function wordsOfPiece(text: string, start: number, end: number): WrittenWord[] {
  const spelled = spellWords(text.slice(start, end));
  const written: WrittenWord[] = [];
  let next = 0;
  for (const { folded, clusters } of rangesOf(text.slice(start, end), start)) {
    const first = spelled[next];
    const second = spelled[next + 1];
    if (first === undefined) break;
    const joined = first.folded !== folded && first.folded + (second?.folded ?? '') === folded;
    const cut = joined ? placeOfCut(text, clusters, first.folded.length) : -1;
    if (second !== undefined && cut > 0) {
      written.push({ spelled: first, clusters: clusters.slice(0, cut) });
      written.push({ spelled: second, clusters: clusters.slice(cut) });
      next += 2;
    } else {
      written.push({ spelled: first, clusters });
      next += 1;
    }
  }
  // Letters of some alphabets melt into their neighbours: such words stand where the last one stands.
  for (const word of spelled.slice(next)) written.push({ spelled: word, clusters: [] });
  return written;
}

/** The words of `spellWords`, with where they stand. */
export function writtenWords(text: string): WrittenWord[] {
  const read = text.slice(0, MAX_NAME_LENGTH);
  const written: WrittenWord[] = [];
  let start = 0;
  for (const piece of read.split(' ')) {
    written.push(...wordsOfPiece(read, start, start + piece.length));
    start += piece.length + 1;
  }
  return written;
}

/** Where the words stand that are behind the letters that are read. */
export function wordsBeyond(text: string): Pick<WrittenWord, 'clusters'>[] {
  return rangesOf(text.slice(MAX_NAME_LENGTH), MAX_NAME_LENGTH);
}
