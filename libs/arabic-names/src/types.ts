export const NAME_ROLES = ['given', 'father', 'grandfather', 'family', 'kunya'] as const;
/** What a part of a name is to its bearer. */
export type NameRole = (typeof NAME_ROLES)[number];

export type Script = 'arabic' | 'latin' | 'other';

/**
 * What a compound has beside the word that is compared, so that what tells names apart is: عبد, أبو, أم,
 * ذو, أوغلو, and الحاج or الشيخ inside a name.
 */
export type NameHead = 'abd' | 'abu' | 'umm' | 'dhu' | 'oglu' | 'hajj' | 'sheikh';

/** A name in separate fields, as a form has them. Either script, any may be missing. */
export interface NameParts {
  given?: string | undefined;
  father?: string | undefined;
  grandfather?: string | undefined;
  family?: string | undefined;
  /** Kunya or nom de guerre (أبو فلان). */
  kunya?: string | undefined;
}

/** One part of a name: a word, or a compound that is one name. */
export interface NameToken {
  /** The words as they stand in the normalised text, separated by spaces. */
  readonly text: string;
  /** What is compared: without article, head and spaces. Never empty. */
  readonly folded: string;
  /** Its letters as the sound model of two scripts reads them; the article included, a head not. */
  readonly spelling: string;
  /** The same of all its words. */
  readonly whole: string;
  readonly script: Script;
  readonly article: boolean;
  readonly head: NameHead | null;
  /** Roles that some reading of the name gives this token. */
  readonly roles: readonly NameRole[];
}

/** Where a field of a form stands in the name as written, in UTF-16 units; `end` is behind the last. */
export interface NameField {
  readonly role: NameRole;
  readonly start: number;
  readonly end: number;
}

export interface ParsedName {
  /** As written; the fields of a form are joined with one space. */
  readonly original: string;
  /** As `normalise` has it; of a form each field by itself, joined with one space. */
  readonly normalised: string;
  readonly tokens: readonly NameToken[];
  /** True where the form said which part is which. */
  readonly explicit: boolean;
  /** Possible role sequences, one role a token, the likeliest first. */
  readonly readings: readonly (readonly NameRole[])[];
  /** The fields of a form, in order; absent where the name was one string. */
  readonly fields?: readonly NameField[];
}

export const ALIGNMENT_CODES = [
  'same',
  'same-sound',
  'similar',
  'different',
  'joined',
  'moved',
  'turned',
  'missing-usual',
  'missing-unusual',
  'kunya-only',
] as const;
/** Why a line of the alignment is worth what it is worth. */
export type AlignmentCode = (typeof ALIGNMENT_CODES)[number];

/**
 * One line of a comparison: what met what. Indices point into the two parsed names' tokens. Where the
 * code is `joined`, one side stands for its token and the next: written apart here, together there.
 */
export interface AlignedPart {
  readonly left: number | null;
  readonly right: number | null;
  readonly leftRole: NameRole | null;
  readonly rightRole: NameRole | null;
  /** Similarity of the two tokens in [0, 1]; 0 where one is absent. */
  readonly score: number;
  /** Integer hundredths of a bit for (positive) or against (negative) the same name. */
  readonly centibits: number;
  readonly code: AlignmentCode;
}

/** What the comparison of two names comes to, without what met what. */
export interface NameScore {
  /** In [0, 1]: how alike the names are; orders a list of names. */
  readonly score: number;
  /** Integer hundredths of a bit for (positive) or against (negative) the same name. */
  readonly centibits: number;
  /** The same by the role that a part has in the first of the two names, or else in the second. */
  readonly byRole: Readonly<Record<NameRole, number>>;
}

/** A score with its reasons: its centibits are the sum of the alignment's. */
export interface NameComparison extends NameScore {
  readonly alignment: readonly AlignedPart[];
}

/** How often words stand in one kind of part. */
export interface PartCounts {
  /** All words counted. */
  readonly total: number;
  /** By consonant classes, the same key in both scripts. */
  readonly classes: ReadonlyMap<string, number>;
  /** Arabic words counted, and they by their letters. */
  readonly arabicTotal: number;
  readonly arabic: ReadonlyMap<string, number>;
  /** The same of Latin words. */
  readonly latinTotal: number;
  readonly latin: ReadonlyMap<string, number>;
}

/** How often names occur: a snapshot, part of the version of every score that used it. */
export interface NameFrequencies {
  readonly version: string;
  /** Tokens counted, the general list's pseudo-counts included. */
  readonly total: number;
  /** Count by consonant classes, the same key in both scripts. */
  readonly counts: ReadonlyMap<string, number>;
  /** The same apart for the names of men and women, and for those of families. */
  readonly persons: PartCounts;
  readonly families: PartCounts;
}
