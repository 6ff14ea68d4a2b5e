import { splitHead } from '../heads.js';
import { beforeSon } from '../tails.js';
import { placeOfCut, type WrittenWord } from './written-words.js';

/** What a written piece of a name is in it. */
export type PartKind = 'name' | 'head' | 'article';

/** A piece of a written word. */
export interface WordPiece {
  readonly start: number;
  readonly end: number;
  readonly kind: PartKind;
}

/** Where in a folded word what is compared begins and ends, and what stands before and behind it. */
interface Cut {
  readonly length: number;
  readonly before: PartKind;
  readonly behind: PartKind;
}

/** Cuts of a folded word that is compared as `compared`, from left to right. */
function cutsOf(folded: string, compared: string): Cut[] {
  if (folded === compared) return [];
  const son = beforeSon(folded);
  if (son !== null) return [{ length: son.length, before: 'name', behind: 'head' }];
  const cuts: Cut[] = [];
  const rest = splitHead(folded.replace(/^ال(?=عبد)/u, ''))?.rest ?? folded;
  if (rest !== folded && folded.endsWith(rest)) {
    cuts.push({ length: folded.length - rest.length, before: 'head', behind: 'name' });
  }
  if (rest.startsWith('ال') && !compared.startsWith('ال')) {
    const length = folded.length - rest.length + 2;
    cuts.push({ length, before: 'article', behind: 'name' });
  }
  return cuts;
}

/**
 * The pieces of a written word: its head, its article, and what is compared of it.
 * @param compared what is compared of the word
 */
export function piecesOfWord(
  text: string,
  { spelled, clusters }: WrittenWord,
  compared: string,
): WordPiece[] {
  const pieces: WordPiece[] = [];
  let from = 0;
  let kind: PartKind = 'name';
  for (const { length, before, behind } of cutsOf(spelled.folded, compared)) {
    const to = placeOfCut(text, clusters, length);
    if (to <= from) continue;
    pieces.push(pieceOf(clusters, from, to, before));
    from = to;
    kind = behind;
  }
  pieces.push(pieceOf(clusters, from, clusters.length, kind));
  return pieces.filter(({ start, end }) => end > start);
}

function pieceOf(
  clusters: WrittenWord['clusters'],
  from: number,
  to: number,
  kind: PartKind,
): WordPiece {
  const start = clusters[from]?.start ?? 0;
  return { start, end: clusters[to - 1]?.end ?? start, kind };
}
