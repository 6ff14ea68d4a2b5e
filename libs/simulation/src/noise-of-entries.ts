/**
 * What archives leave out and their readers mistake. Every value is a probability in [0, 1], except
 * `ageBias` and `ageDeviation`, which are years.
 */
export interface EntryNoise {
  /** Share of the entries whose person is also reported (as far as there are reports enough). */
  reportedEntries: number;
  /** Share of the entries that show the person of another entry once more. */
  secondEntries: number;
  /** That an entry is written in Latin letters. */
  latinEntries: number;
  /** Entries that hold a given name alone, and entries without any name. */
  givenOnlyEntries: number;
  numberOnlyEntries: number;
  /** Name parts missing from an entry that has more than a given name. */
  entryFatherMissing: number;
  entryGrandfatherMissing: number;
  entryFamilyMissing: number;
  entryMotherMissing: number;
  /** Any one other fact missing from an entry (sex, age, branch, date of the photograph). */
  entryFactMissing: number;
  /** That the number of the card was read (entries without a name always have it), the hospital's. */
  cardNumber: number;
  hospitalNumber: number;
  /** That a paper with the body tells year of birth, home governorate, home place; any one. */
  entryPapers: number;
  /** A letter read as one that differs by its dots, or looks alike in haste; one name token. */
  dots: number;
  /** A letter lost; one name token. */
  lostLetter: number;
  /** The end of a name cropped with the photograph; one name token. */
  cropped: number;
  /** A space seen where there is none; one name token. */
  splitWord: number;
  /** Two words written as one; once a name. */
  joinedWords: number;
  /** Given and father's name together in the column of the given name. */
  mergedParts: number;
  /** Father's and family name in each other's column. */
  swappedParts: number;
  /** A family's other name (tribe or place), or its name without the article. */
  familyAlias: number;
  /** The name used at home, where there is one, as the given name. */
  homeNameOnCard: number;
  /** A name by which the person went stands on the card as well. */
  entryKnownAs: number;
  /** Starvation ages a face: mean and deviation of age as seen against true age. */
  ageBias: number;
  ageDeviation: number;
  /** That an age as seen is rounded to five years. */
  roundedAge: number;
  /** That the date of the photograph is known to the month or the year only. */
  vaguePhotoDate: number;
}

export const DEFAULT_ENTRIES: Readonly<EntryNoise> = {
  reportedEntries: 0.6,
  secondEntries: 0,
  latinEntries: 0.08,
  givenOnlyEntries: 0.1,
  numberOnlyEntries: 0.03,
  entryFatherMissing: 0.2,
  entryGrandfatherMissing: 0.85,
  entryFamilyMissing: 0.08,
  entryMotherMissing: 0.85,
  entryFactMissing: 0.25,
  cardNumber: 0.7,
  hospitalNumber: 0.25,
  entryPapers: 0.07,
  dots: 0.04,
  lostLetter: 0.012,
  cropped: 0.008,
  splitWord: 0.004,
  joinedWords: 0.03,
  mergedParts: 0.03,
  swappedParts: 0.01,
  familyAlias: 0.06,
  homeNameOnCard: 0.2,
  entryKnownAs: 0.03,
  ageBias: 6,
  ageDeviation: 6,
  roundedAge: 0.4,
  vaguePhotoDate: 0.15,
};
