const marks = /[\p{Mn}\p{Cf}\u0640]/gu;

/**
 * For telling whether two people read the same: spellings that stand for the same letters on a card
 * are alike. Hamza and its carriers, ى/ي, ة/ه, vowel signs, tatweel, capitals, accents and spaces (as in
 * عبد الرحمن) make no difference; the article does, since علي is a father and العلي a family.
 */
export function foldName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[أإآٱ]/g, 'ا')
    .normalize('NFKD')
    .replace(marks, '')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/ة/g, 'ه')
    .replace(/ء/g, '')
    .replace(/[^\p{L}\p{Nd}]/gu, '')
    .toLowerCase();
}
