import edtf from 'edtf';

const LONGEST = 60;
const kinds = new Set(['Date', 'Season', 'Interval']);

/**
 * True for a date as relatives may give it: an EDTF date, season or interval (ISO 8601-2, levels 0 to
 * 2), as `1987`, `1987-05`, `198X`, `1987~`, `2013/2014`, `2013-11/..`. Without a time of day, years
 * of four digits, and only days that the calendar has.
 */
export function isEdtfDate(text: string): boolean {
  if (text.length > LONGEST || /[TY]|^-|\/-/.test(text)) return false;
  try {
    return kinds.has(edtf(text, { level: 2 }).type) && everyDayExists(text);
  } catch {
    return false;
  }
}

/** The parser itself takes 29 February of any year and makes it 1 March. */
function everyDayExists(text: string): boolean {
  const plain = text.replace(/[?~%]/g, '');
  return [...plain.matchAll(/(\d{4})-(\d\d)-(\d\d)/g)].every(([, year, month, day]) => {
    const length = new Date(Date.UTC(2000, 0, 1));
    length.setUTCFullYear(Number(year), Number(month), 0);
    return Number(day) <= length.getUTCDate();
  });
}
