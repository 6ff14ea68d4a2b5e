import type { Problem } from '@athar/diagnostics';
import type { ConsentView, NewConsent } from './contact.js';

/** How far behind UTC the last place on earth is where a day ends. */
const FURTHEST_WEST_HOURS = 12;

/**
 * Nobody has agreed on a day that has not come yet.
 *
 * @param at JSON pointer of the list, as `/consents`.
 * @param today the day after which everything is in the future, as `2026-03-01`.
 */
export function checkConsentDays(
  consents: readonly NewConsent[],
  at: string,
  today: string,
): Problem[] {
  return consents.flatMap(({ givenOn }, index): Problem[] => {
    if (givenOn <= today) return [];
    return [
      {
        field: `${at}/${index}/givenOn`,
        code: 'consent-in-the-future',
        expected: 'the day on which the relative agreed, which is not after today',
        fix: 'Look for a slip in the day; where nobody has asked yet, leave the consent out.',
      },
    ];
  });
}

/**
 * A consent that was taken back is not given again by the answer from before.
 *
 * @param known what the relative agreed to until now, and took back.
 * @param at as for {@link checkConsentDays}.
 */
export function checkGivenAnew(
  known: readonly ConsentView[],
  consents: readonly NewConsent[],
  at: string,
): Problem[] {
  return consents.flatMap((consent, index): Problem[] => {
    if (!isFromBefore(known, consent)) return [];
    return [
      {
        field: `${at}/${index}/givenOn`,
        code: 'before-withdrawal',
        expected: 'a day that is not before the one on which the relative took this consent back',
        fix: 'Ask the relative again, and write the day of the new answer.',
      },
    ];
  });
}

/** Whether a consent that is not in force is dated before it was taken back last. */
export function isFromBefore(
  known: readonly ConsentView[],
  { purpose, givenOn }: NewConsent,
): boolean {
  const same = known.filter((one) => one.purpose === purpose);
  if (same.some(({ withdrawnAt }) => withdrawnAt === null)) return false;
  return same.some(({ withdrawnAt }) => withdrawnAt !== null && givenOn < earliestDay(withdrawnAt));
}

/** The day that it was where it was earliest on earth at that moment (UTC-12). */
function earliestDay(moment: string): string {
  const there = new Date(Date.parse(moment) - FURTHEST_WEST_HOURS * 3_600_000);
  return there.toISOString().slice(0, 10);
}
