import { parse } from 'edtf';

const datelike = new Set(['Date', 'Year', 'Season', 'Decade', 'Century', 'Interval']);

/**
 * True for an EDTF date, season or interval (ISO 8601-2), as `1987`, `1987-05~` or `2013-11/..`;
 * at most 60 characters, without a time of day.
 */
export function isEdtf(text: string): boolean {
  if (text.length > 60 || text.includes('T') || text.startsWith('Y')) return false;
  try {
    return datelike.has(parse(text).type);
  } catch {
    return false;
  }
}
