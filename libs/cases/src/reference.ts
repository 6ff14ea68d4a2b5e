import { randomInt } from 'node:crypto';

/**
 * A case's reference: thirteen random digits (43 bits) and a check digit, written 4-4-4-2. Digits,
 * since everybody can read them out in any language over a bad line, and they say nothing to who
 * finds the paper.
 */
const RANDOM_DIGITS = 13;
const LENGTH = RANDOM_DIGITS + 1;

/**
 * A totally anti-symmetric quasigroup of order 10. Its check digit finds every single wrong digit and
 * every two neighbours that changed places. H. Michael Damm, Total anti-symmetrische Quasigruppen,
 * dissertation, Philipps-Universität Marburg 2004.
 */
const quasigroup = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const;

/** A new reference, from the system's source of randomness. */
export function createReference(): string {
  const digits = Array.from({ length: RANDOM_DIGITS }, () => randomInt(10)).join('');
  return written(digits + checkDigit(digits));
}

/**
 * Reads a reference as somebody typed it: spaces, hyphens, Arabic and Persian digits and the letters
 * that look like digits do not matter.
 *
 * @returns the reference as it is stored, or null where it cannot be one.
 */
export function parseReference(typed: string): string | null {
  const digits = typed
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[oO]/g, '0')
    .replace(/[iIlL|ا]/g, '1')
    .replace(/[\s\p{Cf}\p{Pd}_./]/gu, '');
  if (digits.length !== LENGTH || !/^[0-9]+$/.test(digits)) return null;
  return checkDigit(digits) === '0' ? written(digits) : null;
}

/** `0` over digits that end in their own check digit. */
function checkDigit(digits: string): string {
  let interim = '0';
  for (const digit of digits) interim = quasigroup[Number(interim)]?.[Number(digit)] ?? '0';
  return interim;
}

function written(digits: string): string {
  return digits.replace(/^(.{4})(.{4})(.{4})(.{2})$/, '$1-$2-$3-$4');
}
