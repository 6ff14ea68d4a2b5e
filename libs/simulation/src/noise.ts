import { DEFAULT_ENTRIES, type EntryNoise } from './noise-of-entries.js';
import { DEFAULT_PEOPLE, type PeopleNoise } from './noise-of-people.js';
import { DEFAULT_REPORTS, type ReportNoise } from './noise-of-reports.js';

/** What reports and entries have in common. Every value is a probability in [0, 1]. */
interface WritingNoise {
  /** That an Arabic record gives its name in Latin letters as well. */
  bothScripts: number;
  /** That the name stands whole in one column and not part by part. */
  wholeName: number;
  /** That the parts of a whole name stand in another order, or with a son's بن between them. */
  otherOrder: number;
  /** That the leading Muhammad of a double name is left out. */
  shortenedDouble: number;
  /** An Arabic spelling that means no difference: hamza, final letters, joined compounds; one token. */
  spelling: number;
  /** That a Latin token is spelled in another usual way than the most usual one. */
  latinVariant: number;
  /** That a Latin token is spelled freely: a vowel changed, a letter not doubled; one token. */
  latinFreedom: number;
  /** A digit of a number read as one that resembles it, or a zero lost; one number. */
  digit: number;
  /** That a mark on the body was noted, by a relative or by a reader of the photograph. */
  marks: number;
}

/** How the people are, and how the written records differ from the truth. */
export interface Noise extends PeopleNoise, ReportNoise, EntryNoise, WritingNoise {}

/** Settings that resemble a young registry: most cards read in full, many in part. */
export const DEFAULT_NOISE: Readonly<Noise> = {
  ...DEFAULT_PEOPLE,
  ...DEFAULT_REPORTS,
  ...DEFAULT_ENTRIES,
  bothScripts: 0.1,
  wholeName: 0.4,
  otherOrder: 0.13,
  shortenedDouble: 0.35,
  spelling: 0.25,
  latinVariant: 0.5,
  latinFreedom: 0.1,
  digit: 0.08,
  marks: 0.3,
};

/** The largest value of each setting that is no probability. */
export const LIMITS: Readonly<Partial<Record<keyof Noise, number>>> = {
  ageBias: 50,
  ageDeviation: 50,
  dateErrorDays: 1000,
};
