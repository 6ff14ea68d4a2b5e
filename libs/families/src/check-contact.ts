import type { Problem } from '@athar/diagnostics';
import { checkConsentDays } from './consent-days.js';
import type { ContactRecord, NewConsent, NewContact, Purpose } from './contact.js';

/** What each way of being messaged needs to reach the relative. */
const needs: Partial<Record<Purpose, 'email' | 'phone'>> = {
  message_email: 'email',
  message_sms: 'phone',
  message_call: 'phone',
};

/**
 * What is wrong with the relatives of a report, field by field. Nobody is kept, and so
 * nobody is messaged, who did not agree to that.
 *
 * @param at JSON pointer of the list, as `/contacts`.
 * @param today the day after which everything is in the future, as `2026-03-01`.
 */
export function checkContacts(
  contacts: readonly NewContact[],
  at: string,
  today: string,
): Problem[] {
  const problems = contacts.flatMap((contact, index) =>
    checkContact(contact, `${at}/${index}`, today),
  );
  if (contacts.length === 0) problems.push(storageConsentMissing(at));
  return problems;
}

/**
 * What is wrong with one relative who is entered; `at` is the JSON pointer of the contact, empty for
 * the body itself, `today` as for {@link checkContacts}.
 */
export function checkContact(contact: NewContact, at: string, today: string): Problem[] {
  return [
    ...checkKept(contact, at),
    ...checkConsentDays(contact.consents, `${at}/consents`, today),
  ];
}

/** What is wrong with one relative, whenever she agreed to what. */
export function checkKept(contact: NewContact, at: string): Problem[] {
  const problems = contact.consents.flatMap((consent, index) =>
    checkConsent(contact, consent, `${at}/consents/${index}`),
  );
  if (!contact.consents.some(({ purpose }) => purpose === 'store_and_match')) {
    problems.push(storageConsentMissing(`${at}/consents`));
  }
  if (contact.safeHours && !isTimeZone(contact.safeHours.timeZone)) {
    problems.push({
      field: `${at}/safeHours/timeZone`,
      code: 'unknown-time-zone',
      expected: 'the IANA name of a time zone, as Europe/Berlin',
      fix: 'Choose the zone of the town where the relative lives.',
    });
  }
  return problems;
}

function checkConsent(contact: NewContact, consent: NewConsent, at: string): Problem[] {
  const problems: Problem[] = [];
  const { purpose } = consent;
  if (contact.consents.find((one) => one.purpose === purpose) !== consent) {
    problems.push({
      field: `${at}/purpose`,
      code: 'given-twice',
      expected: 'each purpose once',
      fix: 'Leave the second consent for this purpose out.',
    });
  }
  const channel = needs[purpose];
  if (channel !== undefined && !isGiven(contact, channel)) {
    problems.push({
      field: `${at}/purpose`,
      code: 'unreachable',
      expected: `a relative whose ${channel === 'email' ? 'e-mail address' : 'phone'} is given`,
      fix: `Add ${channel} to the contact, or leave this consent out.`,
    });
  }
  return problems;
}

function isGiven(contact: ContactRecord, channel: 'email' | 'phone'): boolean {
  return (contact[channel] ?? '').trim() !== '';
}

function storageConsentMissing(field: string): Problem {
  return {
    field,
    code: 'storage-consent-missing',
    expected: 'consent to store_and_match of every relative who is entered, and of at least one',
    fix: 'Ask the relative and add the consent, or leave the relative out: nothing is kept without it.',
  };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
