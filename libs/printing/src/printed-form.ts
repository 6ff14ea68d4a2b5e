/** A field to be filled in by hand. */
export interface PrintedField {
  label: string;
  /** The name of the column that it becomes when it is typed in. */
  column?: string;
  /** What to write and how, in small letters. */
  hint?: string;
  /** Boxes to tick; left out: a line to write on. */
  options?: readonly string[];
  /** Lines to write on, 1 or more; left out: 1. */
  lines?: number;
  /** Half as wide, so that two stand beside each other. */
  half?: boolean;
}

export interface PrintedSection {
  title: string;
  fields: readonly PrintedField[];
}

/** A form on paper. All texts are in its language. */
export interface PrintedForm {
  language: 'ar' | 'en';
  title: string;
  /** Who hands it out; left out where that would endanger the family. */
  organisation?: string;
  /** Sentences above the fields. */
  introduction: readonly string[];
  sections: readonly PrintedSection[];
  /** One line at the foot of every page. */
  foot: string;
}
