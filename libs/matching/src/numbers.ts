import { foldDigits } from '@athar/arabic-names';

/** A prisoner's number: its digits, and the same with digits that are taken for each other made equal. */
export interface ReadNumber {
  readonly digits: string;
  readonly blurred: string;
}

/** In Arabic hand: 2 and 3, 7 and 8 (turned over), 5 and a Latin 0. */
const BLUR: Readonly<Record<string, string>> = { '3': '2', '8': '7', '5': '0' };

/** Digits of a number as written, leading zeros and a letter after them dropped; none where it has no digit. */
export function readNumber(text: string): ReadNumber[] {
  const found = /\d[\d\s.-]*/.exec(foldDigits(text))?.[0].replace(/\D/g, '') ?? '';
  const digits = found.replace(/^0+(?=\d)/, '');
  if (digits === '') return [];
  return [{ digits, blurred: Array.from(digits, (digit) => BLUR[digit] ?? digit).join('') }];
}
