import { NAME_WEIGHTS as W } from './name-weights.js';
import { skeletonOf } from './skeleton.js';
import { areUsualForOne, isSpellingOf, isUsualSpelling } from './sound-model.js';
import type { ComparableWord } from './token-facts.js';
import type { NameToken } from './types.js';

const VOWEL = /^[اعءآوي]|^[aeiouy]/u;

/** What the first letter of a name sounds like, the same in both scripts; empty for any vowel. */
function firstSound({ folded, script }: NameToken): string {
  if (VOWEL.test(folded)) return '';
  return skeletonOf({ folded, script, head: null }).charAt(0);
}

/** Similarity of two names of which one is an initial at least: never more than hardly alike. */
export function initialSimilarity(a: NameToken, b: NameToken): number {
  return firstSound(a) === firstSound(b) ? W.sameInitial : W.otherInitial;
}

/** What a woman's name has after the man's of the same root. */
const FEMININE = { arabic: /^ه$/u, latin: /^(?:a|e|ah|eh)$/u } as const;

/** Names of which only the hamza tells the man's from the woman's; others (هناء, هنا) are one without it. */
const BY_HAMZA: readonly (readonly [string, string])[] = [['علاء', 'علا']];

function differByHamza(a: string, b: string): boolean {
  return a !== b && BY_HAMZA.some((pair) => pair.includes(a) && pair.includes(b));
}

/**
 * A French e that is not spoken: men's names in -an and -oun have hardly a woman's beside them (Hamdane, Haroune), those in
 * -in only where it is a usual one (Hocine, but Emine).
 */
const SILENT_E = { arabic: /[اوي]ن$/u, latin: /(?:a|ou)ne$/u, latinUnlessUsual: /ine$/u } as const;

function endsInSilentE(arabic: string, latin: string, usual: boolean): boolean {
  if (!SILENT_E.arabic.test(arabic)) return false;
  return SILENT_E.latin.test(latin) || (!usual && SILENT_E.latinUnlessUsual.test(latin));
}

/** True where a Latin name and the same with an e are one, as the French write it (Yassin, Yassine). */
function differInSilentE(short: string, long: string): boolean {
  if (!long.endsWith('e') || long.length !== short.length + 1) return false;
  return areUsualForOne(short, long) || (/(?:a|o?u|i)n$/u.test(short) && !isUsualSpelling(long));
}

/** True where one is the other's feminine (جميل, جميلة; علاء, علا): names of a man and a woman. */
export function areManAndWoman(a: NameToken, b: NameToken): boolean {
  if (differByHamza(a.spelling, b.spelling)) return true;
  if (a.script !== b.script || a.script === 'other' || a.article || b.article) return false;
  const [short, long] =
    a.folded.length < b.folded.length ? [a.folded, b.folded] : [b.folded, a.folded];
  if (!long.startsWith(short) || differInSilentE(short, long)) return false;
  return FEMININE[a.script].test(long.slice(short.length));
}

/** Usual names of men end so, and the spellings of the women's beside them; ع and ح may sound as a vowel. */
const MAN = /[بتثجحخدذرزسشصضطظفقكلمن]$/u;
const WOMAN = /(?:a|e|ah|eh)$/u;
const WOMAN_BESIDE_H = /[ae]$/u;
function isWomanOf(arabic: ComparableWord, latin: ComparableWord): boolean {
  const [man, woman] = [arabic.sound, latin.sound];
  if (man === null || woman === null || !man.usual || !MAN.test(arabic.folded)) return false;
  if (endsInSilentE(arabic.folded, latin.folded, woman.usual)) return false;
  const ending = arabic.folded.endsWith('ح') ? WOMAN_BESIDE_H : WOMAN;
  return ending.test(latin.folded) && !isSpellingOf(man, woman);
}

/** As `areManAndWoman`, of words of two scripts: جميل and Cemile, unless people write the man's name so. */
export function areManAndWomanAcross(a: ComparableWord, b: ComparableWord): boolean {
  if (a.script === 'other' || b.script === 'other') return false;
  return a.script === 'arabic' ? isWomanOf(a, b) : isWomanOf(b, a);
}
