const invisible = /[\p{Cf}\u0640\u064B-\u065F\u0670]/gu;

/** Arabic and Persian digits as 0-9, the Arabic decimal sign as a dot; all else untouched. */
export function foldDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/\u066B/g, '.');
}

/**
 * For comparing numbers and ids, however they were typed: digits and presentation forms folded,
 * invisible marks gone, white space single, capitals small.
 */
export function foldIdentity(text: string): string {
  return foldDigits(text.normalize('NFKC'))
    .replace(invisible, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** For comparing words of a closed list and headers: as above, with `_`, `-` and hamza forms alike. */
export function foldWord(text: string): string {
  return foldIdentity(text.replace(/[-_]+/g, ' '))
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه');
}
