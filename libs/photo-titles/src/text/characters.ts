/** What a character is to a pattern; everything that is neither letter nor digit separates. */
export const LETTER = 1;
export const DIGIT = 2;
export const SEPARATOR = 3;
/** Between two folders of a path, or between folder and title. */
export const BOUNDARY = 4;

const DROPPED = '';
const UNKNOWN = 0xffff;
const SEVERAL = 0xfffe;

/** One folded code by UTF-16 unit, filled as units are met; 0 for units that fold to nothing. */
const single = new Uint16Array(0x10000).fill(UNKNOWN);
const several = new Map<number, string>();
const kinds = new Uint8Array(0x10000);

/** Letters that writers of Arabic and Persian keyboards use for one another, and the dotless i. */
const alike: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ة: 'ه',
  ە: 'ه',
  ı: 'i',
};

/** Apostrophes stand inside names (Ra'ed, Maʿn), so that they are letters. */
const apostrophes = new Set("'`’‘ʿʾʼ");

/**
 * Folds one UTF-16 unit: digits to 0-9, capitals, accents, hamza forms and presentation forms to
 * plain letters; bidi marks, zero-width characters, tatweel and vowel signs to nothing.
 *
 * @returns the folded code, or -1 where the unit folds to several: ask {@link foldedText} then; 0 for none.
 */
export function foldedCode(unit: number): number {
  const known = single[unit] ?? 0;
  if (known === UNKNOWN) return learn(unit);
  return known === SEVERAL ? -1 : known;
}

/** What a unit folds to, where that is more than one character. */
export function foldedText(unit: number): string {
  return several.get(unit) ?? DROPPED;
}

/** LETTER, DIGIT or SEPARATOR of a folded code. */
export function kindOf(code: number): number {
  const known = kinds[code] ?? 0;
  if (known !== 0) return known;
  const character = String.fromCharCode(code);
  const kind = /\p{Nd}/u.test(character)
    ? DIGIT
    : /\p{L}/u.test(character) || apostrophes.has(character)
      ? LETTER
      : SEPARATOR;
  kinds[code] = kind;
  return kind;
}

function learn(unit: number): number {
  const folded = fold(String.fromCharCode(unit));
  if (folded.length > 1) {
    single[unit] = SEVERAL;
    several.set(unit, folded);
    return -1;
  }
  const code = folded.length === 0 ? 0 : folded.charCodeAt(0);
  single[unit] = code;
  return code;
}

function fold(character: string): string {
  const plain = character
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Cf}\u0640]/gu, DROPPED)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, DROPPED);
  return Array.from(plain, (letter) => alike[letter] ?? digitOf(letter)).join('');
}

function digitOf(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  return letter;
}
