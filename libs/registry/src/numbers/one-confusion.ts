import { confusableWith, type ConfusionReason } from './confusable-digits.js';
import type { FoldedNumber } from './folded-number.js';

/** How a number that was found differs from the one that was asked for. */
export interface DigitConfusion {
  /** Place in the digits asked for, from 1 at the left; 0 is a zero in front, which is not kept. */
  position: number;
  /** The digit asked for; empty where the number found has one more. */
  asked: string;
  /** The digit found in its place; empty where it is missing. */
  found: string;
  because: ConfusionReason;
}

export interface NumberVariant {
  number: FoldedNumber;
  confusion: DigitConfusion;
}

/**
 * Every number that differs by one confusion: one digit taken for another, one zero overlooked for a
 * dot or made of one. About twice as many as there are digits; each number once, by the first
 * confusion that makes it.
 */
export function withOneConfusion(number: FoldedNumber): NumberVariant[] {
  const seen = new Set([number.digits]);
  const { digits: asked } = number;
  return [...digitsTaken(asked), frontTaken(asked), ...zerosLost(asked), ...zerosAdded(asked)]
    .filter(({ digits }) => !seen.has(digits) && seen.add(digits))
    .map(({ digits, confusion }) => ({ number: { ...number, digits }, confusion }));
}

interface Changed {
  digits: string;
  confusion: DigitConfusion;
}

function digitsTaken(digits: string): Changed[] {
  return Array.from(digits).flatMap((asked, at) =>
    confusableWith(asked).map(({ digit, because }) => ({
      digits: `${digits.slice(0, at)}${digit}${digits.slice(at + 1)}`.replace(/^0+(?=\d)/, ''),
      confusion: { position: at + 1, asked, found: digit, because },
    })),
  );
}

/** A number whose first digit was taken for a zero is kept without it. */
function frontTaken(digits: string): Changed {
  const confusion = { position: 0, asked: '0', found: '5', because: 'other_script' as const };
  return { digits: `5${digits}`, confusion };
}

function zerosLost(digits: string): Changed[] {
  if (digits.length === 1) return [];
  return Array.from(digits).flatMap((asked, at) =>
    asked === '0'
      ? [
          {
            digits: digits.slice(0, at) + digits.slice(at + 1),
            confusion: { position: at + 1, asked, found: '', because: 'dot_or_zero' as const },
          },
        ]
      : [],
  );
}

function zerosAdded(digits: string): Changed[] {
  if (digits === '0') return [];
  return Array.from(digits, (_, at) => ({
    digits: `${digits.slice(0, at + 1)}0${digits.slice(at + 1)}`,
    confusion: { position: at + 2, asked: '', found: '0', because: 'dot_or_zero' as const },
  }));
}
