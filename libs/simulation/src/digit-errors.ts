import type { Random } from './random.js';

/** Digits that are taken for one another, most of them in their Arabic-Indic shapes. */
const resembling: Readonly<Record<string, string>> = {
  '0': '5',
  '1': '9',
  '2': '36',
  '3': '24',
  '4': '3',
  '5': '0',
  '6': '29',
  '7': '8',
  '8': '7',
  '9': '16',
};

/** One digit read as another that resembles it (٢/٣, ٧/٨ turned over, ٥/0), or a zero lost. */
export function misreadNumber(random: Random, number: string): string {
  const zero = number.lastIndexOf('0');
  if (zero > 0 && random.chance(0.3)) return number.slice(0, zero) + number.slice(zero + 1);
  const at = random.below(number.length);
  const others = resembling[number.charAt(at)];
  if (others === undefined) return number.slice(0, at) || number;
  return number.slice(0, at) + others.charAt(random.below(others.length)) + number.slice(at + 1);
}
