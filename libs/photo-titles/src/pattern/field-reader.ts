import type { Folded } from '../text/folded.js';

/** Finds where a field that begins at a place may end. */
export interface FieldReader {
  /** How many ends there can be; small and fixed, so that matching stays linear in the title. */
  readonly attempts: number;
  /** What the field looks like, for a person. */
  readonly expected: string;
  /** The end of one attempt, best first, or -1. */
  end(text: Folded, place: number, attempt: number): number;
  /** The value in a normal form, where that is other than what is written. */
  value?(text: Folded, start: number, end: number, attempt: number): string;
}
