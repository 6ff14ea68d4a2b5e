import type { Problem } from '@athar/diagnostics';
import type { NewContact } from '@athar/families';
import type { ReportCells } from './report-cells.js';
import { RELATIVE_COLUMNS, type ReportColumn } from './report-columns.js';
import { reportReasons, type ReportRowCode } from './report-reasons.js';

const columnOf: Readonly<Record<string, ReportColumn>> = {
  '/person/names': 'name',
  '/person/birthDate': 'birth_date',
  '/lastSeen/date': 'last_seen_date',
  '/arrest/date': 'arrest_date',
  '/witnesses/0/date': 'witness_date',
};

/** What reading the cells has told already, and better. */
const toldByCells = new Set([
  'storage-consent-missing',
  'consent-in-the-future',
  'not-edtf',
  'unknown-time-zone',
]);

/** A name that was refused is not missing. */
const noNames = new Set(['formula', 'not-a-name']);

/** Notes what is wrong with a report under the columns that its fields came from. */
export function noteProblems(
  cells: ReportCells,
  problems: readonly Problem[],
  contacts: readonly NewContact[],
): void {
  const refused = cells.problems.some(({ code }) => noNames.has(code));
  for (const { field, code, expected, fix } of problems) {
    if (toldByCells.has(code) || (refused && code === 'name-missing')) continue;
    const column = channelFor(field, contacts) ?? columnOf[field] ?? 'other_names';
    cells.refuse(column, isKnown(code) ? code : 'unknown-word', expected, fix);
  }
}

/** The address that a consent needs. */
function channelFor(field: string, contacts: readonly NewContact[]): ReportColumn | undefined {
  const [, contact, consent] = /^\/contacts\/(\d+)\/consents\/(\d+)/.exec(field) ?? [];
  if (contact === undefined) return undefined;
  const purpose = contacts[Number(contact)]?.consents[Number(consent)]?.purpose;
  const columns = RELATIVE_COLUMNS[Number(contact)];
  return purpose === 'message_email' ? columns?.email : columns?.phone;
}

function isKnown(code: string): code is ReportRowCode {
  return Object.hasOwn(reportReasons, code);
}
