import { purposes, type NewConsent, type Purpose } from '@athar/families';
import type { ReportCells } from './report-cells.js';
import type { RelativeColumns } from './report-columns.js';
import { wayWords } from './word-lists.js';

/** What a relative agrees to, in one order; a row says one day and one way for all of it. */
export function readConsents(cells: ReportCells, columns: RelativeColumns): NewConsent[] {
  const listed = cells.purposes(columns.consents);
  const agreed = purposes.filter((purpose) => isGiven(cells, columns, purpose, listed));
  if (agreed.length === 0) return [];
  const givenOn = readDay(cells, columns);
  const way = cells.word(columns.consentWay, wayWords);
  if (way === undefined && cells.text(columns.consentWay) === undefined) {
    const expected = 'how the consent was given: in_person, phone, written or online';
    cells.refuse(columns.consentWay, 'consent-way-missing', expected, 'Add it.');
  }
  if (givenOn === undefined || way === undefined) return [];
  return agreed.map((purpose) => ({ purpose, givenOn, way }));
}

/** True where a row says that a relative agrees to storing and matching, whatever else is wrong. */
export function agreesToStoring(cells: ReportCells, columns: RelativeColumns): boolean {
  const listed = cells.purposes(columns.consents);
  return isGiven(cells, columns, 'store_and_match', listed);
}

function isGiven(
  cells: ReportCells,
  columns: RelativeColumns,
  purpose: Purpose,
  listed: readonly Purpose[],
): boolean {
  const said = cells.yesNo(columns[purpose]);
  const isListed = listed.includes(purpose);
  if (said !== false || !isListed) return said === true || isListed;
  const fix = 'Ask the relative and write one answer.';
  cells.refuse(columns[purpose], 'consent-unclear', 'the same answer in both cells', fix);
  return false;
}

function readDay(cells: ReportCells, columns: RelativeColumns): string | undefined {
  const date = cells.date(columns.consentDate);
  // That it cannot be read was told.
  if (date === undefined && cells.text(columns.consentDate) !== undefined) return undefined;
  if (date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date)) return date;
  const fix = 'Write year, month and day.';
  const expected = 'the day of the consent, as 2026-03-01';
  return cells.refuse(columns.consentDate, 'consent-date-missing', expected, fix);
}
