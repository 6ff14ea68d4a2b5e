/**
 * Given names that Armenians of the west and of the east write with other letters for the same ones: Garabed and
 * Karapet, Kevork and Gevorg. As `unvoiced` has them, in their spellings.
 */
const LATIN_NAMES =
  /^(?:k[ae]?ra[bp]+[ei]+t|agh?a[bp]+et|k[aei]+[vw]ork|k[ei]?r[ei]ko+r|h?akk?op|ti[kq]ran|[bp]et[ei]?ros|[vw]art[ae]n|a[vw]eti[sz]|s[ae]rki[sz]|kha(?:t?ch|j|tj|tsch)i[ck]k?|antrani[ck]|arta(?:sh|ch|sch)es)$/u;
const ARABIC_NAMES =
  /^(?:[قك][اه]?ر[اه]?بي?ت|ا?غابي?ت|كي?فورك|كري?كور|ه?اكوب|[تط]ي?[كق]ران|ب[يا]?تروس|[وف]ار[تط]ان|افي?تيس|س[اي]?رك[يا]?س|خا(?:تش|ج)يك|انترانيك|ارتاشيس)$/u;
/** Those that Arabs write as two words too: قره بيت, آغا بيت. */
const IN_TWO = /^(?:[قك][اه]?ر[اه]?بي?ت|ا?غابي?ت|k[ae]?ra[bp]+et|agh?abet)(?:يان|i?yan|ian)?$/u;
/** Son of: families. Short words that end so are no such (Adrian, عريان). */
const FAMILY = { latin: /(?<=^[a-z]{4,}[^aeiouy])(?:ian|i?yan)$/u, arabic: /(?<=^.{4,})يان$/u };

/** g and k, d and t are each other's in the west and in the east; gh, dh, dj and the priests' Der- are not. */
const VOICED: readonly (readonly [RegExp, string])[] = [
  [/g(?!h)/gu, 'k'],
  [/d(?!h|j|sch|(?<=^d)er[a-z])/gu, 't'],
  [/د(?!(?<=^د)ير.)/gu, 'ت'],
  [/^([قك])ره?ا?(?=بي?ت)/u, '$1را'],
  [/^اوا(?=تيس$)/u, 'افي'],
  // Agop and Hagop are one.
  [/^ا(?=كوب$)/u, 'ها'],
  // Arabic has no letter for g: غريغور, جريجور, غيفورغ.
  [/^[غج]ري?[غج]ور/u, 'كريكور'],
  [/^[غج]ي?فور[غجك]/u, 'كيفورك'],
];

/** A word with the sounds as one that are each other's in the west and in the east. */
function unvoiced(word: string): string {
  return VOICED.reduce((text, [voiced, plain]) => text.replace(voiced, plain), word);
}

/** An Armenian name as it is compared (Garabed, Grigoryan), the same for east and west; null where it is as it was written. */
export function armenianOf(word: string): string | null {
  const latin = /^[a-z]/u.test(word);
  const plain = unvoiced(word);
  if (plain === word) return null;
  const isName = (latin ? LATIN_NAMES : ARABIC_NAMES).test(plain);
  return isName || FAMILY[latin ? 'latin' : 'arabic'].test(plain) ? plain : null;
}

/** How the names of `IN_TWO` begin, before what is voiced is folded: hardly a word does, and asking costs little. */
const BEGINS_IN_TWO = /^[قكغجاkga]/u;

/** Two words that are one Armenian name, as `armenianOf` has it; null of others. */
export function armenianOfTwo(first: string, second: string): string | null {
  if (!BEGINS_IN_TWO.test(first)) return null;
  const joined = unvoiced(first + second);
  return IN_TWO.test(joined) ? joined : null;
}
