import { foldDigits } from '@athar/arabic-names';

/** In Arabic hand: 2 and 3, 7 and 8 (turned over), 5 and a Latin 0. */
const BLUR: Readonly<Record<string, string>> = { '3': '2', '8': '7', '5': '0' };

/** Digits of a prisoner's number as written, leading zeros and a letter after them dropped; none where it has no digit. */
export function readNumber(text: string): string[] {
  const found = /\d[\d\s.-]*/.exec(foldDigits(text))?.[0].replace(/\D/g, '') ?? '';
  const digits = found.replace(/^0+(?=\d)/, '');
  return digits === '' ? [] : [digits];
}

/** Digits, those that are taken for each other made equal. */
export function blur(digits: string): string {
  return digits.replace(/[358]/g, (digit) => BLUR[digit] ?? digit);
}
