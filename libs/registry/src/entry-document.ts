/** Where on a photograph a number was read; numbers on a limb and on a card tell different things. */
export const numberPlaces = [
  'card',
  'limb',
  'torso',
  'forehead',
  'overlay',
  'title',
  'unknown',
] as const;
export type NumberPlace = (typeof numberPlaces)[number];

export const entryCategories = ['detainee', 'soldier', 'attack_victim', 'unknown'] as const;
export type EntryCategory = (typeof entryCategories)[number];

export const entryStates = ['open', 'identified_elsewhere'] as const;
export type EntryState = (typeof entryStates)[number];

/** A reading of a name by a person or a program. */
export interface Transcription {
  text: string;
  /** Code or initials of the reader. */
  reader?: string;
  /** 0 to 1. */
  confidence?: number;
  /** Read on a photograph by one person, or by two who do not agree; nobody has settled it yet. */
  unconfirmed?: true;
}

/** Names in either script. A given name alone is welcome, and so is none at all. */
export interface EntryNames {
  /** As they stand on the card or in the register, in Arabic letters. */
  asWritten?: string[];
  transcribed?: Transcription[];
  given?: string;
  father?: string;
  grandfather?: string;
  family?: string;
  mother?: string;
  /** Kunyas and by-names. */
  knownAs?: string[];
}

/** A number as written, with its digits in the shapes of the source. */
export interface EntryNumber {
  value: string;
  readOn?: NumberPlace;
  /** As of a {@link Transcription}. */
  unconfirmed?: true;
}

/** What a register or certificate says beside the names. Dates are EDTF strings. */
export interface CivilRecord {
  registerPlace?: string;
  registerNumber?: string;
  registeredOn?: string;
  diedOn?: string;
  /** What the paper names as the cause, known to be false in many; never evidence, never matched. */
  statedCause?: string;
}

/** Age as seen, not as known; days for a newborn. */
export interface AgeSeen {
  value: number;
  unit: 'years' | 'days';
}

/** One person as a collection documents them: what is sealed in an entry. Dates are EDTF strings. */
export interface EntryDocument {
  /** The row's id in its source. */
  sourceId?: string;
  names: EntryNames;
  numbers: EntryNumber[];
  /** The arresting branch; the hospital of the photograph is kept apart from it. */
  branch?: string;
  hospital?: string;
  photoDates?: string[];
  sex?: 'male' | 'female';
  age?: AgeSeen;
  birthDate?: string;
  homeGovernorate?: string;
  homePlace?: string;
  marks?: string[];
  category: EntryCategory;
  state: EntryState;
  /** Of a collection of civil records. */
  civil?: CivilRecord;
  /** Opaque references; never an image. */
  images?: string[];
  remarks?: string;
}
