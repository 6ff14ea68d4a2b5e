import { masked, type NumberFormat } from './number-format.js';

/** Why a cell of a workbook cannot be used. */
export type CellFlaw =
  'formula-error' | 'formula-without-value' | 'number-not-exact' | 'bad-date' | 'damaged-cell';

/** The text of a cell, or why there is none. */
export type CellText = string | { flaw: CellFlaw };

const daySeconds = 86_400;
/** 9999-12-31, where spreadsheets end. */
const lastDay = 2_958_466;

/**
 * A number of a workbook as a spreadsheet shows it: without exponent or binary noise, dates and
 * times in ISO 8601, leading zeros where the format asks for them.
 * @param since1904 true where days are counted from 1904-01-01
 */
export function numberText(raw: string, format: NumberFormat, since1904: boolean): CellText {
  const number = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(number)) return { flaw: 'damaged-cell' };
  if (format.kind === 'date') return dateText(number, since1904);
  if (format.kind === 'time') return number < 1 ? timeText(number) : timeOrDate(number, since1904);
  // Spreadsheets keep 15 digits: those of a longer number were lost before it came here.
  if (Math.abs(number) >= 1e15) return { flaw: 'number-not-exact' };
  const text = plainDigits(number);
  const whole = format.kind === 'digits' && /^\d+$/.test(text);
  return whole ? masked(text, format.mask) : text;
}

/** At most 15 digits, what comes after is binary noise (0.1 + 0.2); never an exponent. */
function plainDigits(number: number): string {
  const text = String(Number(number.toPrecision(15)));
  if (!text.includes('e')) return text;
  return number.toFixed(20).replace(/0+$/, '').replace(/\.$/, '');
}

function dateText(days: number, since1904: boolean): CellText {
  // The fractions of a day are binary too: 08:00 is 0.333…, a little less than its seconds.
  const seconds = Math.round(days * daySeconds);
  const day = Math.floor(seconds / daySeconds);
  if (day < (since1904 ? 0 : 1) || day >= lastDay) return { flaw: 'bad-date' };
  const epoch = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const text = new Date(epoch + seconds * 1000).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}

function timeOrDate(days: number, since1904: boolean): CellText {
  return days < 100 ? timeText(days) : dateText(days, since1904);
}

/** `hh:mm`, with seconds where there are some; more than a day's hours go on counting. */
function timeText(days: number): CellText {
  const seconds = Math.round(days * daySeconds);
  if (seconds < 0) return { flaw: 'bad-date' };
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours, minutes, rest] = parts.map((part) => String(part).padStart(2, '0'));
  return rest === '00' ? `${hours}:${minutes}` : `${hours}:${minutes}:${rest}`;
}

/** Undoes how workbooks write what XML cannot hold: `_x000D_` is a carriage return. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}

/** Writes what XML cannot hold, and what would read as written so, as {@link unescapeText} reads. */
export function escapeText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4})/g, '_x005F_')
    .replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, hexEscape);
}

function hexEscape(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
