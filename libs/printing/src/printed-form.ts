/** A field to be filled in by hand. */
export interface PrintedField {
  label: string;
  /** The name of the column that it becomes when it is typed in. */
  column?: string;
  /** What to write and how, in small letters. */
  hint?: string;
  /** Boxes to tick; left out: a line to write on. */
  options?: readonly string[];
  /** Boxes to write in beside each other, each with its name above: day, month and year. */
  boxes?: readonly string[];
  /** Lines to write on, 1 or more; left out: 1. */
  lines?: number;
  /** Half as wide, so that two stand beside each other. */
  half?: boolean;
}

export interface PrintedSection {
  title: string;
  fields: readonly PrintedField[];
  /** Stands on one sheet, however much of the one before stays empty; shorter than a sheet. */
  together?: boolean;
}

/** A form on paper. All texts are in its language. */
export interface PrintedForm {
  language: 'ar' | 'en';
  title: string;
  /** Who hands it out; left out where that would endanger the family. */
  organisation?: string;
  /** Sentences above the fields. */
  introduction: readonly string[];
  /** Labels with a line to write on, at the head of every sheet: what tells whose sheet it is. */
  head?: readonly Pick<PrintedField, 'label' | 'column'>[];
  /** What the sheets are called, as `Sheet {sheet} of {sheets}`, at the head of every one. */
  sheet: string;
  /** Sentences below the introduction, in small letters: for whoever types the form in. */
  typing?: readonly string[];
  sections: readonly PrintedSection[];
  /** One line at the foot of every page. */
  foot: string;
}
