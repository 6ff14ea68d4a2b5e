import { LETTER, DIGIT, SEPARATOR, kindOf } from '../text/characters.js';
import type { Folded } from '../text/folded.js';
import { foldText } from '../text/fold-text.js';
import words from './months.json' with { type: 'json' };

interface Month {
  month: number;
  /** Codes of the name, folded; a space stands for any run of separators or none. */
  codes: readonly number[];
}

/** Month names by the code of their first letter, longest first: كانون الثاني before كانون. */
const byFirstCode = new Map<number, Month[]>();
for (const names of Object.values(words)) {
  names.forEach((spellings, index) => spellings.forEach((name) => add(name, index + 1)));
}
for (const months of byFirstCode.values()) months.sort((a, b) => b.codes.length - a.codes.length);

function add(name: string, month: number): void {
  const spaced = foldText(name).replace(/(?<=\p{L}{2})(?=\d)/gu, ' ');
  const codes = Array.from(spaced, (letter) => letter.charCodeAt(0));
  const first = codes[0] ?? 0;
  byFirstCode.set(first, [...(byFirstCode.get(first) ?? []), { month, codes }]);
}

/**
 * Reads a month's name at a place: Levantine, Egyptian and Maghrebi Arabic, English, French,
 * Turkish, full or short.
 *
 * @returns `month + 16 * end`, one number so that nothing is allocated; -1 where there is none.
 */
export function readMonthName(text: Folded, place: number): number {
  for (const candidate of byFirstCode.get(text.codes[place] ?? 0) ?? []) {
    const end = endOf(text, place, candidate.codes);
    if (end > 0) return candidate.month + 16 * end;
  }
  return -1;
}

function endOf(text: Folded, place: number, codes: readonly number[]): number {
  let at = place;
  for (const code of codes) {
    if (kindOf(code) === SEPARATOR) at = text.afterSeparators(at, false);
    else if (at < text.length && text.codes[at] === code) at += 1;
    else return -1;
  }
  const last = kindOf(codes.at(-1) ?? 0);
  const endsAWord = text.kinds[at] !== (last === DIGIT ? DIGIT : LETTER);
  return endsAWord ? at : -1;
}
