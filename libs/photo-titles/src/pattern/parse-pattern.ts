import { BOUNDARY, SEPARATOR, foldedCode, kindOf } from '../text/characters.js';
import { isTitleField, titleFields, type TitleField } from './fields.js';
import { PatternError } from './pattern-error.js';

/** Longest pattern, in UTF-16 units. */
export const LONGEST_PATTERN = 300;
const DEEPEST = 8;

/** A pattern taken apart; `at` is the place in the pattern. */
export type Piece =
  | { kind: 'literal'; at: number; text: string }
  | { kind: 'separator'; at: number; crossing: boolean }
  | { kind: 'optional'; at: number; pieces: Piece[] }
  | { kind: 'field'; at: number; field: TitleField; option: string; optionAt: number };

/**
 * Reads a steward's pattern: text, `{field}` or `{field:option}`, `[optional]`; any run of other
 * characters separates, and with a `/` in it may separate folders too.
 *
 * @throws PatternError
 */
export function parsePattern(pattern: string): Piece[] {
  if (pattern.length > LONGEST_PATTERN) {
    throw new PatternError(LONGEST_PATTERN, `at most ${LONGEST_PATTERN} characters`);
  }
  return new Reader(pattern).readAll();
}

class Reader {
  private at = 0;

  constructor(private readonly pattern: string) {}

  readAll(): Piece[] {
    const pieces = this.readPieces(0);
    if (this.at < this.pattern.length) {
      throw new PatternError(this.at, 'a "[" somewhere before this "]"');
    }
    return pieces;
  }

  private readPieces(depth: number): Piece[] {
    const pieces: Piece[] = [];
    while (this.at < this.pattern.length && this.pattern[this.at] !== ']') {
      const piece = this.readPiece(depth);
      if (piece) pieces.push(piece);
    }
    return pieces;
  }

  private readPiece(depth: number): Piece | undefined {
    const character = this.pattern[this.at];
    if (character === '{') return this.readField();
    if (character === '[') return this.readOptional(depth);
    if (character === '}') throw new PatternError(this.at, 'a "{" before this "}"');
    return this.readText();
  }

  private readOptional(depth: number): Piece {
    const at = this.at;
    if (depth === DEEPEST) throw new PatternError(at, `at most ${DEEPEST} "[" within each other`);
    this.at += 1;
    const pieces = this.readPieces(depth + 1);
    if (this.pattern[this.at] !== ']')
      throw new PatternError(this.at, 'a "]" to end the optional part');
    if (pieces.length === 0) throw new PatternError(this.at, 'something between "[" and "]"');
    this.at += 1;
    return { kind: 'optional', at, pieces };
  }

  private readField(): Piece {
    const at = this.at;
    const end = this.pattern.indexOf('}', at);
    if (end < 0) throw new PatternError(this.pattern.length, 'a "}" to end the field');
    const inside = this.pattern.slice(at + 1, end);
    const colon = inside.indexOf(':');
    const name = visible(colon < 0 ? inside : inside.slice(0, colon))
      .trim()
      .toLowerCase();
    if (!isTitleField(name)) {
      throw new PatternError(at + 1, `one of ${titleFields.join(', ')}`);
    }
    this.at = end + 1;
    const optionAt = colon < 0 ? end : at + 1 + colon + 1;
    return { kind: 'field', at, field: name, option: this.pattern.slice(optionAt, end), optionAt };
  }

  /** A run of letters and digits, or a run of what separates; nothing for invisible marks alone. */
  private readText(): Piece | undefined {
    const at = this.at;
    const separating = this.kindAt(at) === SEPARATOR;
    let text = '';
    while (this.at < this.pattern.length && !'{}[]'.includes(this.pattern[this.at] ?? '')) {
      const kind = this.kindAt(this.at);
      if (kind !== 0 && (kind === SEPARATOR) !== separating) break;
      text += this.pattern[this.at] ?? '';
      this.at += 1;
    }
    if (visible(text) === '') return undefined;
    if (!separating) return { kind: 'literal', at, text };
    return { kind: 'separator', at, crossing: /[/\\]/.test(text) };
  }

  /** SEPARATOR, another kind, or 0 for a mark that is not seen. */
  private kindAt(at: number): number {
    const code = foldedCode(this.pattern.charCodeAt(at));
    return code === 0 ? 0 : code < 0 ? BOUNDARY : kindOf(code);
  }
}

function visible(text: string): string {
  return text.replace(/[\p{Cf}\u0640]/gu, '');
}
