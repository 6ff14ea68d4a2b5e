import { clanOf, foldWord, isArticle } from '../compounds.js';
import { NO_NAMES } from '../words.js';
import type { LeftOut } from '../left-out.js';
import { MAX_WORDS, wordsToRead } from '../parse.js';
import { readWords, type Word } from '../read-words.js';
import { spellText } from '../spelling.js';
import type { NameRole, ParsedName } from '../types.js';
import { type PartKind, piecesOfWord } from './pieces-of-word.js';
import { wordsBeyond, type WrittenWord, writtenWords } from './written-words.js';

/**
 * A piece of a name as written. Its kind says what came of it: `name` is compared, `head` and `article`
 * are held apart from what is compared, `between` is no word, `beyond` a word behind those that are read; for the others see `LEFT_OUT`, and
 * `no-name` is of a text that names nobody.
 */
export interface TracedPiece {
  /** In UTF-16 units of `original`; `end` is behind the last. */
  readonly start: number;
  readonly end: number;
  readonly kind: PartKind | LeftOut | 'between' | 'no-name';
  /** Index in `tokens`; null where the piece went into none. */
  readonly token: number | null;
  /** What is compared of it: that of all pieces of a token is its `folded`. Empty where nothing is. */
  readonly folded: string;
}

/** A text of its own: a whole name, or a field of a form. */
interface Source {
  readonly text: string;
  readonly field: NameRole | null;
  /** Where it stands in the original, and the number of its first token. */
  readonly start: number;
  readonly token: number;
}

/** What is compared of each written word of one part. */
function comparedOf(written: readonly WrittenWord[], { head, folded }: Word): string[] {
  const last = written.length - 1;
  const names = written.map(({ spelled }, at) => {
    if (head === 'oglu') return at === 0;
    if (head !== null) return at === last;
    return at === last || !isArticle(spelled.folded);
  });
  let rest = folded;
  return written.map(({ spelled }, at) => {
    if (names[at] !== true) return '';
    const own = clanOf(spelled.folded) ?? foldWord(spelled.folded).folded;
    const more = names.includes(true, at + 1) && rest.startsWith(own);
    const compared = more ? own : rest;
    rest = rest.slice(compared.length);
    return compared;
  });
}

/** The pieces of one written word of a token. */
function tracedWord(
  { text, start }: Source,
  own: WrittenWord,
  compared: string,
  token: number,
): TracedPiece[] {
  const aside = isArticle(own.spelled.folded) ? 'article' : 'head';
  return piecesOfWord(text, own, compared === '' ? own.spelled.folded : compared).map((piece) => {
    const kind = compared === '' ? aside : piece.kind;
    return {
      start: start + piece.start,
      end: start + piece.end,
      kind,
      token,
      folded: kind === 'name' ? compared : '',
    };
  });
}

function leftOutPiece(
  { start }: Source,
  { clusters }: Pick<WrittenWord, 'clusters'>,
  kind: TracedPiece['kind'],
): TracedPiece[] {
  const [first, last] = [clusters[0], clusters[clusters.length - 1]];
  if (first === undefined || last === undefined) return [];
  return [{ start: start + first.start, end: start + last.end, kind, token: null, folded: '' }];
}

/** The pieces of one text that are words, in order, and how many tokens it has. */
function traceSource(source: Source): { pieces: TracedPiece[]; tokens: number } {
  const written = writtenWords(source.text);
  if (NO_NAMES.has(spellText(source.text).normalised)) {
    return { pieces: written.flatMap((word) => leftOutPiece(source, word, 'no-name')), tokens: 0 };
  }
  const read = written.slice(0, MAX_WORDS);
  const { words, parts, leftOut } = readWords(wordsToRead(source.text), source.field);
  const compared = words.map((word, part) =>
    comparedOf(
      read.filter((_, at) => parts[at] === part),
      word,
    ),
  );
  const pieces = written.flatMap((own, at) => {
    const part = parts[at] ?? -1;
    if (part < 0) return leftOutPiece(source, own, leftOut[at] ?? 'beyond');
    return tracedWord(source, own, compared[part]?.shift() ?? '', source.token + part);
  });
  return { pieces, tokens: words.length };
}

/** Fills what no word stands in, so that the pieces are the whole text. */
function withBetween(pieces: readonly TracedPiece[], length: number): TracedPiece[] {
  const all: TracedPiece[] = [];
  let end = 0;
  const fill = (start: number) => {
    if (start > end) all.push({ start: end, end: start, kind: 'between', token: null, folded: '' });
  };
  for (const piece of pieces) {
    fill(piece.start);
    all.push(piece);
    end = piece.end;
  }
  fill(length);
  return all;
}

/**
 * What came of every letter of a name as it was written: which part of it stands for which token, what
 * was folded, and what was left out and why. The pieces are in order, do not overlap, and are the whole
 * of `original`. Made on demand, in time that grows with the length of the text.
 */
export function traceOf({ original, fields }: ParsedName): TracedPiece[] {
  const sources = fields ?? [{ role: null, start: 0, end: original.length }];
  const pieces: TracedPiece[] = [];
  let token = 0;
  for (const { role, start, end } of sources) {
    const text = original.slice(start, end);
    const source = { text, field: role, start, token };
    const traced = traceSource(source);
    pieces.push(...traced.pieces);
    for (const word of wordsBeyond(text)) pieces.push(...leftOutPiece(source, word, 'beyond'));
    token += traced.tokens;
  }
  return withBetween(pieces, original.length);
}
