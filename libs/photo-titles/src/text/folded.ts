import { BOUNDARY, SEPARATOR, foldedCode, foldedText, kindOf } from './characters.js';

/** Longest folded text that is read, in characters; file systems allow 255 for a name. */
export const LONGEST_TEXT = 600;

const SLASH = 0x2f;

/**
 * A path folded for matching, in buffers that are used again for the next one: reading a hundred
 * thousand titles makes no garbage.
 */
export class Folded {
  raw = '';
  length = 0;
  /** True where the text was longer than {@link LONGEST_TEXT}; it is then not read at all. */
  tooLong = false;
  readonly codes = new Uint16Array(LONGEST_TEXT + 32);
  /** LETTER, DIGIT, SEPARATOR or BOUNDARY of each code. */
  readonly kinds = new Uint8Array(LONGEST_TEXT + 33);
  /** Where in `raw` each code stands. */
  readonly at = new Uint16Array(LONGEST_TEXT + 33);

  /**
   * @param raw folder and title with `/` between folders, or a title alone.
   * @param titleAt where the title begins in `raw`: a `/` before it parts folders, one behind it
   *   is a separator like others.
   */
  read(raw: string, titleAt: number): void {
    this.raw = raw;
    this.length = 0;
    this.tooLong = raw.length > 2 * LONGEST_TEXT;
    for (let at = 0; at < raw.length && !this.tooLong; at += 1) {
      const unit = raw.charCodeAt(at);
      const code = foldedCode(unit);
      if (unit === SLASH && at < titleAt) this.add(code, BOUNDARY, at);
      else if (code > 0) this.add(code, kindOf(code), at);
      else if (code < 0) this.addAll(foldedText(unit), at);
      this.tooLong = this.length > LONGEST_TEXT;
    }
    this.at[this.length] = Math.min(raw.length, 0xffff);
    this.kinds[this.length] = 0;
  }

  /** The raw text between two folded places, without marks or separators at its end. */
  slice(start: number, end: number): string {
    if (end <= start) return '';
    return this.raw.slice(this.at[start], (this.at[end - 1] ?? 0) + 1);
  }

  /** The folded text between two places. */
  folded(start: number, end: number): string {
    return String.fromCharCode(...this.codes.subarray(start, end));
  }

  /** The place behind all separators from `place` on; a boundary ends them unless `crossing`. */
  afterSeparators(place: number, crossing: boolean): number {
    let end = place;
    while (this.kinds[end] === SEPARATOR || (crossing && this.kinds[end] === BOUNDARY)) end += 1;
    return end;
  }

  /** The place behind the run of one kind that begins at `place`. */
  afterRun(place: number, kind: number): number {
    let end = place;
    while (this.kinds[end] === kind) end += 1;
    return end;
  }

  private addAll(text: string, at: number): void {
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      this.add(code, kindOf(code), at);
    }
  }

  private add(code: number, kind: number, at: number): void {
    this.codes[this.length] = code;
    this.kinds[this.length] = kind;
    this.at[this.length] = at;
    this.length += 1;
  }
}
