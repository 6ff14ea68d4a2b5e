import type { TitleField } from './fields.js';

/**
 * What a title says. The photographer's first name is for stewards' eyes only: it is kept apart so
 * that nothing that is matched or grouped ever sees it.
 */
export interface PhotoTitle {
  /** Digits 0-9, leading zeros kept. */
  number: string;
  /** The letter behind the number, folded to a small one. */
  suffix?: string;
  /** Which photograph of the prisoner. */
  sequence?: number;
  /** EDTF: a day, a month or a year. */
  date?: string;
  /** As written. */
  branch?: string;
  hospital?: string;
  folder?: string;
}

/** A part of a title with its place in the text that was read. */
export interface TitlePart {
  field: TitleField;
  /** As written. */
  text: string;
  /** 0-based, in UTF-16 units; `end` is behind the part. */
  start: number;
  end: number;
  /** Normal form, where it has one. */
  value?: string;
  /** Its brackets tell that it may hold what belongs to another field: `215 (1)`. */
  doubtful?: true;
}
