const invisible = /[\p{Cf}\u0640\u064B-\u065F\u0670]/gu;

const ascii = /^[\x20-\x7e]*$/;

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

/**
 * For comparing words of a closed list and headers: as above, with `_`, `-` and hamza forms alike,
 * and Latin letters without their marks (prénom, doğum, İl).
 */
export function foldWord(text: string): string {
  const folded = foldIdentity(text.replace(/[-_]+/g, ' '));
  // Nothing below touches plain letters.
  if (ascii.test(folded)) return folded;
  return folded
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ı/g, 'i')
    .replace(/\p{Script=Latin}\p{M}*/gu, (letter) =>
      letter.normalize('NFD').replace(/\p{M}/gu, ''),
    );
}

/** Names of columns are shorter; of a longer header, brackets would be looked for again and again. */
const longestLoose = 200;

/**
 * For proposals only: as above, without punctuation, the Arabic article, what stands in brackets and
 * the French and English little words. Of the first 200 characters alone.
 */
export function foldLoosely(text: string): string {
  return foldWord(text.slice(0, longestLoose))
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/[’']/g, ' ')
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .split(' ')
    .map((word) => word.replace(/^ال(?=..)/, ''))
    .filter((word) => word !== '' && !littleWords.has(word))
    .join(' ');
}

const littleWords = new Set(['of', 'the', 'de', 'du', 'la', 'le', 'l', 'd', 'des']);
