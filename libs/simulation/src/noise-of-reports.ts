/**
 * What relatives leave out, mistake and spell in their own way. Every value is a probability in
 * [0, 1], except `dateErrorDays`.
 */
export interface ReportNoise {
  /** Share of the reports that are on a person whom another relative has reported already. */
  secondReports: number;
  /** That a report is written in Latin letters. */
  latinReports: number;
  /** Name parts missing from a report. */
  reportFatherMissing: number;
  reportGrandfatherMissing: number;
  reportFamilyMissing: number;
  reportMotherMissing: number;
  /** Any one other fact missing from a report (sex, birth, home, arrest, last seen). */
  reportFactMissing: number;
  /** A slip of the hand: a letter lost, doubled or swapped with the next; one name token. */
  typing: number;
  /** That the great-grandfather's name stands where the grandfather's belongs. */
  grandfatherError: number;
  /** That a relative gives the name used at home, where there is one, as the given name. */
  homeNameReported: number;
  /** That a name by which the person goes is told as well. */
  reportKnownAs: number;
  /** That the birth year is wrong by one to five years. */
  birthError: number;
  /** That a birth is not told to the day: its year, about that year, or 1 January for the year. */
  vagueBirth: number;
  /** That a date told first hand or officially is wrong; hearsay is twice, paid news four times so. */
  dateError: number;
  /** How far a wrong date lies off at most, in days. */
  dateErrorDays: number;
  /** That a date is told to the month or the year only, or about a year. */
  vagueDate: number;
  /** That a sighting is told that lies after the photograph (mostly hearsay or paid for). */
  dateConflict: number;
  /** That the last sighting told was in detention and not at the arrest. */
  seenInDetention: number;
  /** That whoever told of the arrest knows who made it. */
  arrestedByTold: number;
  /** That another holder is named than the one who made the arrest. */
  holderError: number;
  /** That the place of detention is known, and that a wrong one is told (beside it or alone). */
  placeOfDetention: number;
  wrongPlaceOfDetention: number;
  /** That a neighbouring place, in which the family lives now, is told as the home. */
  homeError: number;
  /** That a relative knows a number from the prison. */
  reportNumber: number;
}

export const DEFAULT_REPORTS: Readonly<ReportNoise> = {
  secondReports: 0.04,
  latinReports: 0.2,
  reportFatherMissing: 0.04,
  reportGrandfatherMissing: 0.6,
  reportFamilyMissing: 0.02,
  reportMotherMissing: 0.2,
  reportFactMissing: 0.2,
  typing: 0.02,
  grandfatherError: 0.03,
  homeNameReported: 0.15,
  reportKnownAs: 0.15,
  birthError: 0.1,
  vagueBirth: 0.55,
  dateError: 0.06,
  dateErrorDays: 90,
  vagueDate: 0.55,
  dateConflict: 0.04,
  seenInDetention: 0.3,
  arrestedByTold: 0.5,
  holderError: 0.1,
  placeOfDetention: 0.3,
  wrongPlaceOfDetention: 0.15,
  homeError: 0.06,
  reportNumber: 0.05,
};
