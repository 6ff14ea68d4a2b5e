import { normalise } from '@athar/arabic-names';

/** One word of a text, with where it stands. */
export interface Word {
  /** Offsets into the text, in UTF-16 units; `to` is behind the last. */
  readonly from: number;
  readonly to: number;
  /** As names are compared; never empty. */
  readonly text: string;
  readonly script: 'arabic' | 'latin' | 'number';
  /** Counts the stretches between commas, full stops, brackets and line ends. */
  readonly segment: number;
}

/** What is read of a text, in UTF-16 units: no description of a place is longer. */
export const MAX_TEXT = 2_000;

/** Two digits or more are a number also where letters touch them; one may be chat spelling (7oms). */
const WORDS =
  /\p{Nd}{2,}|(?<!\p{L})\p{Nd}(?!\p{L})|(?:(?!\p{Nd})[\p{Script=Arabic}\p{M}\p{Cf}\u0640])+|(?:(?!\p{Nd}{2}|\p{Script=Arabic})[\p{L}\p{M}\p{Nd}\p{Cf}'`\u00b4\u02b0-\u02ff\u2018-\u201b\u2032])+/gu;
const BREAK = /[,;:.()[\]{}/|\n\r\u060c\u061b\u061f?!+&]|\s[-\u2013\u2014]+\s/u;

function scriptOf(text: string): Word['script'] | null {
  if (/^[0-9]/u.test(text)) return 'number';
  if (/^\p{Script=Arabic}/u.test(text)) return 'arabic';
  return /^[a-z]/u.test(text) ? 'latin' : null;
}

/** The words of a text in Arabic and Latin letters and its numbers; all else is passed over. */
export function readWords(text: string): Word[] {
  const read = text.slice(0, MAX_TEXT);
  const words: Word[] = [];
  let segment = 0;
  let end = 0;
  for (const match of read.matchAll(WORDS)) {
    const from = match.index;
    if (words.length > 0 && BREAK.test(read.slice(end, from))) segment += 1;
    end = from + match[0].length;
    const plain = normalise(match[0]).replaceAll(' ', '');
    const script = scriptOf(plain);
    if (script !== null) words.push({ from, to: end, text: plain, script, segment });
  }
  return words;
}
