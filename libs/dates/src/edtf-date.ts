import edtf from 'edtf';

const datelike = new Set(['Date', 'Season', 'Interval']);
const plain = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/**
 * True for an EDTF date, season or interval (ISO 8601-2, levels 0 to 2), as `1987`, `1987-05~` or
 * `2013-11/..`: years of four digits, no time of day, only days that the calendar has.
 */
export function isEdtfDate(text: string): boolean {
  // Nearly all dates of a file are plain, and the parser takes a tenth of a millisecond for each.
  if (plain.test(text)) return isOnCalendar(text);
  if (text.length > 60 || /[TY]|^-|\/-/.test(text)) return false;
  const days = text.replace(/[?~%]/g, '').match(/\d{4}-\d\d-\d\d/g) ?? [];
  return days.every(isOnCalendar) && isParsed(text);
}

function isOnCalendar(text: string): boolean {
  const [, year, month = '01', day = '01'] = plain.exec(text) ?? [];
  const code = Number(month);
  // 21 to 24 are the seasons.
  if (code >= 21 && code <= 24) return text.length === 7;
  if (code < 1 || code > 12) return false;
  const end = new Date(0);
  end.setUTCFullYear(Number(year), code, 0);
  return Number(day) >= 1 && Number(day) <= end.getUTCDate();
}

function isParsed(text: string): boolean {
  try {
    return datelike.has(edtf(text, { level: 2 }).type);
  } catch {
    return false;
  }
}
