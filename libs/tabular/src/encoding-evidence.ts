import type { TableEncoding } from './encoding.js';

/*
 * Single-byte text is told apart by its words. windows-1256 has the accented letters of French at
 * the places of windows-1252 and Arabic letters at those of capitals and of other languages: an
 * Arabic word is a run of the latter, while accents stand between ASCII letters. Words that are
 * neither (Cyrillic, Hebrew, ISO 8859-6) speak against both. Bytes are looked at as Latin-1 text.
 */
const word = /[A-Za-z\x81\x8A\x8C-\x90\x98\x9A\x9C-\x9F\xAA\xC0-\xD6\xD8-\xF6\xF8-\xFF]+/g;
const arabicWord =
  /^[\x81\x8A\x8D-\x90\x98\x9A\x9F\xAA\xC0-\xD6\xD8-\xDF\xE1\xE3-\xE6\xEC\xED\xF0-\xF3\xF5\xF6\xF8\xFA\xFF]{2,}$/;
/** Direction marks and joiners of windows-1256. */
const invisible = /[\x9D\x9E\xFD\xFE]/g;
const asciiLetter = /[A-Za-z]/;
const notLatin = /[^A-Za-z\x8C\x9C\xC0-\xFF]/;
/** No Latin word has so many accented letters in a row. */
const manyHigh = /[\x80-\xFF]{4}/;
/** Letters that are the same in windows-1252, -1254 and -1256. */
const sharedOnly = /^[A-Za-z\x8C\x9C\xE0\xE2\xE7-\xEB\xEE\xEF\xF4\xF9\xFB\xFC]+$/;
const turkish = /[\xD0\xDD\xDE\xF0\xFD\xFE]/;
const arabicMark = /[\xA1\xBA\xBF]/;
const high = /[\x80-\xFF]/;

/** How much more of one kind there must be than of what contradicts it. */
const clear = 10;

/** Gathers what the words of a text say about its encoding. */
export class EncodingEvidence {
  private arabicWords = 0;
  private arabicLetters = 0;
  private latinWords = 0;
  private sharedWords = 0;
  private turkishWords = 0;
  private oddWords = 0;
  private undecided = false;

  /** @param text bytes as Latin-1 */
  add(text: string): void {
    if (arabicMark.test(text)) this.undecided = true;
    for (const [found] of text.matchAll(word)) {
      if (high.test(found)) this.weigh(found);
    }
  }

  /** The encoding that the words speak for; undefined where they do not. */
  verdict(): TableEncoding | undefined {
    const against = this.latinWords + this.oddWords;
    if (this.arabicLetters >= 3 && this.arabicWords >= clear * against) return 'windows-1256';
    const latin = this.latinWords + this.sharedWords;
    if (latin === 0) {
      const nothing = this.arabicWords + this.oddWords === 0 && !this.undecided;
      return nothing ? 'windows-1252' : undefined;
    }
    if (clear * (this.arabicWords + this.oddWords) > latin) return undefined;
    return this.turkishWords > 0 ? 'windows-1254' : 'windows-1252';
  }

  private weigh(found: string): void {
    const plain = found.replace(invisible, '');
    if (arabicWord.test(plain)) {
      this.arabicWords++;
      this.arabicLetters += plain.length;
    } else if (isLatin(found)) {
      if (sharedOnly.test(found)) this.sharedWords++;
      else this.latinWords++;
      if (turkish.test(found)) this.turkishWords++;
    } else if (found.length === 1) this.undecided = true;
    else this.oddWords++;
  }
}

function isLatin(found: string): boolean {
  return asciiLetter.test(found) && !notLatin.test(found) && !manyHigh.test(found);
}

/** True where most of what is not ASCII is well-formed UTF-8; `bytes` may end in a character. */
export function looksLikeUtf8(bytes: Buffer): boolean {
  const { good, all } = utf8In(bytes);
  return good > all / 2 || all === good;
}

/** True where all of it is, and more than chance makes of another encoding. */
export function isPlainlyUtf8(bytes: Buffer): boolean {
  const { good, all } = utf8In(bytes);
  return all === good && good >= 6;
}

/** How many bytes are not ASCII, and how many of these are well-formed UTF-8. */
function utf8In(bytes: Buffer): { good: number; all: number } {
  const text = bytes.toString('latin1').replace(/[\xC0-\xFF][\x80-\xBF]{0,2}$/, '');
  const sequences = /[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}/g;
  let good = 0;
  for (const [found] of text.matchAll(sequences)) good += found.length;
  return { good, all: text.match(/[\x80-\xFF]/g)?.length ?? 0 };
}

/** UTF-16 by its byte order mark or, without one, by where the zeros of its ASCII stand. */
export function utf16Of(head: Buffer): TableEncoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (!head.includes(0)) return undefined;
  const pairs = Math.floor(head.length / 2);
  const count = [0, 0];
  for (let at = 0; at < pairs * 2; at++) {
    // The higher byte of ASCII and of Arabic letters; the lower byte is rarely either.
    if (head[at] === 0 || head[at] === 6) count[at % 2] = (count[at % 2] ?? 0) + 1;
  }
  const [first = 0, second = 0] = count;
  if (second > pairs * 0.8 && first < pairs * 0.4) return 'utf-16le';
  return first > pairs * 0.8 && second < pairs * 0.4 ? 'utf-16be' : undefined;
}
