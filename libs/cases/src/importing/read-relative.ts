import type { NewContact, SafeHours } from '@athar/families';
import { foldDigits, isNoName } from '@athar/imports';
import { filled } from '../filled.js';
import { readConsents } from './read-consents.js';
import type { ReportCells } from './report-cells.js';
import type { RelativeColumns } from './report-columns.js';
import { languageWords, relationshipWords } from './word-lists.js';

const phone = /^[+\p{Nd} ().\-/]{3,40}$/u;
const oneMailbox = /^[^\s<>()[\],;:"\\@]+@[^\s<>()[\],;:"\\@]+\.[^\s<>()[\],;:"\\@.]+$/u;
const hours = /^(\d\d?):(\d\d)\s*(?:-|–|to|الى|إلى)\s*(\d\d?):(\d\d)\s+([A-Za-z_]+(?:\/[\w+-]+)*)$/;

/** A relative of a row; undefined where the row tells of none in these columns. */
export function readRelative(
  cells: ReportCells,
  columns: RelativeColumns,
  required: boolean,
): NewContact | undefined {
  const name = cells.part(columns.name);
  const told = [columns.phone, columns.email].some((column) => cells.text(column) !== undefined);
  const consents = readConsents(cells, columns);
  if (name === undefined && !required && !told && consents.length === 0) return undefined;
  if (isNoName(cells.text(columns.name) ?? '')) {
    const fix = 'Add the name, or leave the row out.';
    cells.refuse(columns.name, 'contact-missing', 'the name of the relative', fix);
  }
  return filled({
    name: name ?? '',
    relationship: cells.word(columns.relationship, relationshipWords) ?? ('other' as const),
    phone: formed(cells, columns.phone, phone, 'bad-phone', 'a phone number as +963 000 000'),
    email: formed(cells, columns.email, oneMailbox, 'bad-email', 'one e-mail address'),
    language: cells.word(columns.language, languageWords) ?? ('ar' as const),
    discreet: cells.yesNo(columns.discreet) === true ? true : undefined,
    safeHours: readHours(cells, columns),
    note: readNote(cells, columns),
    consents,
  });
}

function formed(
  cells: ReportCells,
  column: RelativeColumns['phone'],
  form: RegExp,
  code: 'bad-phone' | 'bad-email',
  expected: string,
): string | undefined {
  const text = cells.text(column, 254);
  if (text === undefined || form.test(text)) return text;
  return cells.refuse(column, code, expected, 'Correct it, or leave it empty.');
}

/** A relationship that no list holds is told in words. */
function readNote(cells: ReportCells, columns: RelativeColumns): string | undefined {
  const told = [cells.text(columns.relationshipOther), cells.text(columns.note, 4000)];
  const parts = told.filter((text) => text !== undefined);
  return parts.length > 0 ? parts.join('; ') : undefined;
}

function readHours(cells: ReportCells, columns: RelativeColumns): SafeHours | undefined {
  const text = cells.text(columns.safeHours);
  if (text === undefined) return undefined;
  const [, fromHour = '', fromMinute = '', toHour = '', toMinute = '', timeZone = ''] =
    hours.exec(foldDigits(text)) ?? [];
  const from = `${fromHour.padStart(2, '0')}:${fromMinute}`;
  const until = `${toHour.padStart(2, '0')}:${toMinute}`;
  const right = [from, until].every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time));
  if (right && isTimeZone(timeZone)) return { from, until, timeZone };
  const expected = 'hours and the time zone of the relative, as 09:00-17:30 Europe/Berlin';
  return cells.refuse(columns.safeHours, 'bad-hours', expected, 'Correct it, or leave it empty.');
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
