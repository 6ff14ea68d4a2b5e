import { foldText } from '../text/fold-text.js';
import type { FieldReader } from './field-reader.js';
import { fieldReader } from './field-readers.js';
import type { TitleField } from './fields.js';
import { parsePattern, type Piece } from './parse-pattern.js';
import { PatternError } from './pattern-error.js';

/** One step; the next one follows it. Steps lead forward only, so that a program always ends. */
export type Step =
  | { kind: 'literal'; codes: readonly number[]; text: string }
  | { kind: 'separator'; crossing: boolean }
  | { kind: 'optional'; skip: number }
  | { kind: 'field'; field: TitleField; reader: FieldReader }
  | { kind: 'end' };

export interface Program {
  steps: readonly Step[];
  /** How many folders before the title's own place the pattern may begin. */
  folders: number;
  /** True where the pattern begins with the folder, and so at the path's beginning. */
  wholePath: boolean;
}

/** Turns a pattern into steps. @throws PatternError */
export function compile(pattern: string): Program {
  const pieces = parsePattern(pattern);
  checkFields(pieces, pattern.length);
  const steps: Step[] = [];
  addSteps(steps, pieces);
  steps.push({ kind: 'end' });
  const folders = steps.filter((step) => step.kind === 'separator' && step.crossing).length;
  const first = pieces[0];
  return { steps, folders, wholePath: first?.kind === 'field' && first.field === 'folder' };
}

function addSteps(steps: Step[], pieces: readonly Piece[]): void {
  for (const piece of pieces) {
    if (piece.kind === 'optional') {
      const split = { kind: 'optional' as const, skip: 0 };
      steps.push(split);
      addSteps(steps, piece.pieces);
      split.skip = steps.length;
    } else if (piece.kind === 'field') {
      const reader = fieldReader(piece.field, piece.option, piece.optionAt);
      steps.push({ kind: 'field', field: piece.field, reader });
    } else if (piece.kind === 'separator') {
      steps.push({ kind: 'separator', crossing: piece.crossing });
    } else {
      const folded = foldText(piece.text);
      const codes = Array.from({ length: folded.length }, (_, at) => folded.charCodeAt(at));
      steps.push({ kind: 'literal', codes, text: piece.text });
    }
  }
}

/** A number always, every field at most once, folders between slashes. */
function checkFields(pieces: readonly Piece[], end: number): void {
  if (!pieces.some((piece) => piece.kind === 'field' && piece.field === 'number')) {
    throw new PatternError(end, 'a {number} that is not optional');
  }
  const seen = new Set<TitleField>();
  for (const { piece, next } of walk(pieces)) {
    if (piece.kind !== 'field') continue;
    if (piece.field !== 'ignore' && seen.has(piece.field)) {
      throw new PatternError(piece.at, `{${piece.field}} once only`);
    }
    seen.add(piece.field);
    if (piece.field === 'folder' && !(next?.kind === 'separator' && next.crossing)) {
      throw new PatternError(piece.at, 'a "/" behind {folder}');
    }
  }
}

function* walk(pieces: readonly Piece[]): Generator<{ piece: Piece; next: Piece | undefined }> {
  for (const [index, piece] of pieces.entries()) {
    yield { piece, next: pieces[index + 1] };
    if (piece.kind === 'optional') yield* walk(piece.pieces);
  }
}
