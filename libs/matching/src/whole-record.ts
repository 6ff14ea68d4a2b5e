import type { EntryRecord, MatchRecord, ReportRecord } from './records.js';

/** Every field that a report or an entry may have; undefined where nothing is said. */
export type WholeRecord = ReportRecord & EntryRecord;

const NOTHING: Readonly<Record<keyof WholeRecord, undefined>> = {
  id: undefined,
  name: undefined,
  nameArabic: undefined,
  givenName: undefined,
  fatherName: undefined,
  grandfatherName: undefined,
  familyName: undefined,
  motherName: undefined,
  knownAs: undefined,
  otherNames: undefined,
  sex: undefined,
  birthDate: undefined,
  homeGovernorate: undefined,
  homePlace: undefined,
  detaineeNumber: undefined,
  otherNumbers: undefined,
  marks: undefined,
  lastSeenDate: undefined,
  lastSeenSource: undefined,
  arrestDate: undefined,
  arrestSource: undefined,
  arrestedBy: undefined,
  detentionPlaces: undefined,
  age: undefined,
  branch: undefined,
  photoDate: undefined,
  collection: undefined,
};

/**
 * A record with all fields in one order. Records leave out what they do not say and so have thousands of shapes; to
 * read two dozen fields of each costs more than to copy it first.
 */
export function wholeRecord(record: MatchRecord): WholeRecord {
  return { ...NOTHING, ...record };
}
