/**
 * How the written records differ from the truth. Every value is a probability in [0, 1], except
 * `ageBias` and `ageDeviation`, which are years.
 */
export interface Noise {
  /** Share of the entries whose person is also reported (as far as there are reports enough). */
  reportedEntries: number;
  /** That a family with k missing members has one more (k up to 3): brothers, sometimes sisters. */
  missingSibling: number;
  /** That a family is of the kin of another: it shares family name, grandfather and home with it. */
  kin: number;
  /** That such a family's eldest bears the name and father's name of his cousin: a homonym. */
  namesake: number;
  /** Further reports on a person already reported, as a share of `persons`; they add rows. */
  secondReports: number;
  /** Share of the entries that show the person of another entry once more. */
  secondEntries: number;
  /** That a person is a woman. */
  female: number;
  /** That a double name with a leading Muhammad is borne (Muhammad Ali, one man). */
  doubleName: number;
  /** That a report, or an entry, is written in Latin letters. */
  latinReports: number;
  latinEntries: number;
  /** That an Arabic record gives its name in Latin letters as well. */
  bothScripts: number;
  /** That the name stands whole in one column and not part by part. */
  wholeName: number;
  /** Entries that hold a given name alone, and entries without any name. */
  givenOnlyEntries: number;
  numberOnlyEntries: number;
  /** Name parts missing from a report. */
  reportFatherMissing: number;
  reportGrandfatherMissing: number;
  reportFamilyMissing: number;
  reportMotherMissing: number;
  /** Name parts missing from an entry that has more than a given name. */
  entryFatherMissing: number;
  entryGrandfatherMissing: number;
  entryFamilyMissing: number;
  entryMotherMissing: number;
  /** Any one other fact missing from a report (birth, home, arrest, last seen, ...). */
  reportFactMissing: number;
  /** Any one other fact missing from an entry (sex, age, branch, date of the photograph). */
  entryFactMissing: number;
  /** A spelling that means no difference: hamza, final letters, joined compounds; one name token. */
  spelling: number;
  /** A slip of the hand in a report: a letter lost, doubled, swapped; one name token. */
  typing: number;
  /** A misreading in an entry: dots, look-alike letters, a lost end; one name token. */
  transcription: number;
  /** A family's other name (tribe or place) or a bare family name stands in an entry. */
  familyAlias: number;
  /** A digit of a detainee number read as one that resembles it; one number. */
  digit: number;
  /** That a relative knows a number from the prison. */
  reportNumber: number;
  /** A report's birth year is wrong by one to five years. */
  birthError: number;
  /** Starvation ages a face: mean and deviation, in years, of age as seen against true age. */
  ageBias: number;
  ageDeviation: number;
  /** That a relative was told of a sighting after the photograph (mostly hearsay or paid for). */
  dateConflict: number;
  /** That a prisoner was moved from the holder who arrested him before the photograph. */
  moved: number;
  /** That a mark on the body was noted, by a relative or by a reader of the photograph. */
  marks: number;
}

/** Settings that resemble a young registry: most cards read in full, many in part. */
export const DEFAULT_NOISE: Readonly<Noise> = {
  reportedEntries: 0.6,
  missingSibling: 0.18,
  kin: 0.12,
  namesake: 0.2,
  secondReports: 0,
  secondEntries: 0,
  female: 0.05,
  doubleName: 0.05,
  latinReports: 0.2,
  latinEntries: 0.08,
  bothScripts: 0.1,
  wholeName: 0.4,
  givenOnlyEntries: 0.1,
  numberOnlyEntries: 0.03,
  reportFatherMissing: 0.04,
  reportGrandfatherMissing: 0.6,
  reportFamilyMissing: 0.02,
  reportMotherMissing: 0.2,
  entryFatherMissing: 0.2,
  entryGrandfatherMissing: 0.85,
  entryFamilyMissing: 0.08,
  entryMotherMissing: 0.85,
  reportFactMissing: 0.2,
  entryFactMissing: 0.25,
  spelling: 0.25,
  typing: 0.02,
  transcription: 0.06,
  familyAlias: 0.06,
  digit: 0.08,
  reportNumber: 0.05,
  birthError: 0.1,
  ageBias: 6,
  ageDeviation: 6,
  dateConflict: 0.04,
  moved: 0.35,
  marks: 0.3,
};
