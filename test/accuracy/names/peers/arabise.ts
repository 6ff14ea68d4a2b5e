/** Arabic letters of Latin ones, the longest first, as a program does that knows no names. */
const LETTERS: readonly (readonly [latin: string, arabic: string])[] = [
  ['sch', 'ش'],
  ['kh', 'خ'],
  ['sh', 'ش'],
  ['ch', 'ش'],
  ['gh', 'غ'],
  ['th', 'ث'],
  ['dh', 'ذ'],
  ['dj', 'ج'],
  ['ou', 'و'],
  ['oo', 'و'],
  ['ee', 'ي'],
  ['ş', 'ش'],
  ['ç', 'ج'],
  ['ğ', 'غ'],
  ['ı', 'ي'],
  ['ö', 'و'],
  ['ü', 'و'],
  ['b', 'ب'],
  ['c', 'ك'],
  ['d', 'د'],
  ['f', 'ف'],
  ['g', 'ج'],
  ['h', 'ه'],
  ['i', 'ي'],
  ['j', 'ج'],
  ['k', 'ك'],
  ['l', 'ل'],
  ['m', 'م'],
  ['n', 'ن'],
  ['o', 'و'],
  ['p', 'ب'],
  ['q', 'ق'],
  ['r', 'ر'],
  ['s', 'س'],
  ['t', 'ت'],
  ['u', 'و'],
  ['v', 'ف'],
  ['w', 'و'],
  ['x', 'خ'],
  ['y', 'ي'],
  ['z', 'ز'],
];

function arabiseWord(word: string): string {
  // Doubled consonants are written once; a and e only where a word begins with them or a long one ends it.
  const single = word.replaceAll(/([^aeiou])\1/gu, '$1').replace(/^[ae]/u, 'ا');
  const replaced = LETTERS.reduce(
    (text, [latin, arabic]) => text.replaceAll(latin, arabic),
    single.replace(/(?<=.)a$/u, 'ا'),
  );
  return replaced.replaceAll(/[^\p{Script=Arabic}]/gu, '');
}

/** A Latin name letter by letter in Arabic script. */
export function arabise(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/[\u0300\u0301\u0302\u0308]/gu, '');
  return plain
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s-]+/u)
    .map((word) => (/^[ae]l$/u.test(word) ? 'ال' : arabiseWord(word) + ' '))
    .join('')
    .trim();
}
