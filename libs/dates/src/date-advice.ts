import type { DateDoubt } from './plausible.js';

/** What is told of a date that cannot be. */
export interface DateAdvice {
  expected: string;
  fix: string;
}

/** What to do about a date that speaks against itself, in English; the date is not in it. */
export const dateAdvice: Readonly<Record<DateDoubt | 'no-such-day', DateAdvice>> = {
  'in-the-future': {
    expected: 'a date that is not after today',
    fix: 'Look for a slip in the year; where the date is not known, leave it out.',
  },
  'hijri-year': {
    expected: 'a Gregorian date',
    fix: 'This looks like a Hijri year: write the Gregorian date.',
  },
  'long-ago': {
    expected: 'a date from 1850 on',
    fix: 'Look for a slip in the year; where the date is not known, leave it out.',
  },
  'no-such-day': {
    expected: 'a day that the calendar has',
    fix: 'There is no such day in that month: correct it, or write the year and month alone.',
  },
};
