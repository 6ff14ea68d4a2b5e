import { isFromBefore, type ContactView, type NewConsent, type NewContact } from '@athar/families';
import { RELATIVE_COLUMNS, type ReportColumn } from './report-columns.js';

/**
 * The column in which a row keeps an old day though its relative agrees to more than before. A row has
 * one day for all that she agrees to, so that a "no" turned into a "yes" beside the day on which she
 * said "no" tells of no new answer.
 */
export function keptConsentDate(
  known: readonly ContactView[],
  told: readonly NewContact[],
): ReportColumn | undefined {
  const at = told.findIndex(({ consents }, index) => {
    const before = known[index];
    return (
      before !== undefined && consents.some((one) => isMore(before, one) && isOld(before, one))
    );
  });
  return RELATIVE_COLUMNS[at]?.consentDate;
}

function isMore({ consents }: ContactView, { purpose }: NewConsent): boolean {
  return !consents.some((one) => one.purpose === purpose && one.withdrawnAt === null);
}

function isOld({ consents }: ContactView, consent: NewConsent): boolean {
  return (
    isFromBefore(consents, consent) || consents.some(({ givenOn }) => consent.givenOn <= givenOn)
  );
}
