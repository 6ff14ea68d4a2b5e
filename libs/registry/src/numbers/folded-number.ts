/** A number without what differs between two people who type the same one. */
export interface FoldedNumber {
  /** 0-9 without leading zeros; at least one digit. */
  digits: string;
  /** The letter beside the digits, Arabic and Latin kept apart; empty where there is none. */
  letter: string;
}

const invisible = /[\p{Cf}\u0640\u064B-\u065F\u0670]/gu;

/**
 * Folds a number as written: Arabic, Persian and Latin digits alike, separators and leading zeros
 * out, hamza forms alike. Which side the letter stands on is not kept: in lines that run both ways
 * nobody can tell. Words around the number (`No.`, `رقم`) are no letter.
 *
 * @returns null where there is no digit.
 */
export function foldNumber(value: string): FoldedNumber | null {
  // Most numbers are written like this, and lists are long.
  if (/^[1-9][0-9]*$/.test(value)) return { digits: value, letter: '' };
  const text = value.normalize('NFKC').replace(invisible, '').toLowerCase();
  const digits = Array.from(text, digitValue)
    .join('')
    .replace(/^0+(?=\d)/, '');
  if (digits === '') return null;
  const words = text.match(/\p{L}+/gu) ?? [];
  const letter = words.find((word) => Array.from(word).length === 1) ?? '';
  return {
    digits,
    letter: letter
      .replace(/[أإآٱ]/, 'ا')
      .replace('ى', 'ي')
      .replace('ة', 'ه'),
  };
}

/** One text for equal numbers. */
export function numberText({ digits, letter }: FoldedNumber): string {
  return letter === '' ? digits : `${digits}/${letter}`;
}

/** A digit of the three shapes as 0-9; empty for all else. */
function digitValue(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  for (const zero of [0x30, 0x660, 0x6f0]) {
    if (code >= zero && code <= zero + 9) return String(code - zero);
  }
  return '';
}
