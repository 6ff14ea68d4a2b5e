import type { Seal } from '@athar/persistence';
import { numberText, type FoldedNumber } from './folded-number.js';

/** Keyed digest under which a number is found. @param seal the registry's */
export function numberKey(seal: Seal, number: FoldedNumber): Buffer {
  return seal.digest('entry-number', numberText(number));
}

/** The same of its digits, whatever letter stands beside them. */
export function digitsKey(seal: Seal, number: FoldedNumber): Buffer {
  return seal.digest('entry-number-digits', number.digits);
}
