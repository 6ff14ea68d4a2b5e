/** Who says so: the weight of a date hangs on it. */
export const SOURCES = ['first_hand', 'hearsay', 'paid', 'official'] as const;
export type Source = (typeof SOURCES)[number];
export const SEXES = ['male', 'female'] as const;
export type Sex = (typeof SEXES)[number];

/** What a report and an entry may both know of a person. Names in either script; dates are EDTF strings. */
export interface PersonRecord {
  id: string;
  name?: string | undefined;
  nameArabic?: string | undefined;
  givenName?: string | undefined;
  fatherName?: string | undefined;
  grandfatherName?: string | undefined;
  familyName?: string | undefined;
  motherName?: string | undefined;
  /** Kunyas and by-names. */
  knownAs?: readonly string[] | undefined;
  /** Other readings or spellings of the whole name. */
  otherNames?: readonly string[] | undefined;
  sex?: Sex | undefined;
  birthDate?: string | undefined;
  homeGovernorate?: string | undefined;
  homePlace?: string | undefined;
  detaineeNumber?: string | undefined;
  otherNumbers?: readonly string[] | undefined;
  marks?: readonly string[] | undefined;
}

/** What one relative says of one missing person. */
export interface ReportRecord extends PersonRecord {
  lastSeenDate?: string | undefined;
  lastSeenSource?: Source | undefined;
  arrestDate?: string | undefined;
  arrestSource?: Source | undefined;
  arrestedBy?: string | undefined;
  detentionPlaces?: readonly string[] | undefined;
}

/** One person as a collection documents them. */
export interface EntryRecord extends PersonRecord {
  /** Years as seen on the photograph; a fraction for a newborn. */
  age?: number | undefined;
  branch?: string | undefined;
  photoDate?: string | undefined;
  collection?: string | undefined;
}

/** Either side of a pair: report-entry, report-report and entry-entry are all compared. */
export type MatchRecord = ReportRecord | EntryRecord;
