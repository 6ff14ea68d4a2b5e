/** How the number of a cell is to be read: as it is, as a point in time, or by a digit mask. */
export type NumberFormat =
  { kind: 'general' } | { kind: 'date' } | { kind: 'time' } | { kind: 'digits'; mask: string };

/** Spreadsheets allow 255 characters. */
const longestCode = 255;

const general: NumberFormat = { kind: 'general' };

/** ECMA-376 part 1, 18.8.30: the formats that a workbook need not spell out. */
export function builtInFormat(id: number): NumberFormat {
  const isTime = (id >= 18 && id <= 21) || (id >= 45 && id <= 47) || id === 32 || id === 33;
  if (isTime) return { kind: 'time' };
  // 27 to 36 and 50 to 58 are the dates of East Asian locales.
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDate ? { kind: 'date' } : general;
}

/** What a format code of a workbook's own makes of a number; its first section counts. */
export function formatOfCode(code: string): NumberFormat {
  const first = code.slice(0, longestCode).split(';')[0] ?? '';
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(first);
  const bare = first
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general/gi, '');
  if (/[yd]/i.test(bare) || /^[^hs]*m[^hs]*$/i.test(bare)) return { kind: 'date' };
  if (elapsed || /[hs]/i.test(bare)) return { kind: 'time' };
  const mask = first.replace(/"([^"]*)"/g, '$1').replace(/\\(.)/g, '$1');
  return /^[-0 ()/]*0[-0 ()/]*$/.test(mask) && /00/.test(mask.replace(/[^0]/g, ''))
    ? { kind: 'digits', mask }
    : general;
}

/** The digits of a whole number put into a mask as `000-000`, from the right. */
export function masked(digits: string, mask: string): string {
  const wanted = mask.replace(/[^0]/g, '').length;
  const filled = digits.padStart(wanted, '0');
  let next = filled.length - wanted;
  const lead = filled.slice(0, next);
  return mask.replace(/0/g, (_, at: number) => {
    const digit = filled[next++] ?? '';
    return at === mask.indexOf('0') ? lead + digit : digit;
  });
}
