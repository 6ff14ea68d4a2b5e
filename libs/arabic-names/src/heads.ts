import type { NameHead } from './types.js';
import { GIVEN_NAMES, SERVANTS } from './words.js';

/** A word taken apart: what its head is, and what is left of it, article included. */
export interface HeadedWord {
  readonly head: NameHead;
  readonly rest: string;
}

const WORDS: Readonly<Record<'abd' | 'abu' | 'umm' | 'dhu', string>> = {
  abd: 'عبد abd abdul abdel abdal abdol abdoul abdu abdur abdus abder abdes abdor abdar abdil ebd ebdul ebdil evd evdil evdul',
  abu: 'ابو ابي ابا abu abou ebu abo aboo abul aboul abol ebul',
  umm: 'ام um umm oum om oumm em emm im imm',
  dhu: 'ذو ذي dhu dhou dhul dhoul zul zoul zol thu thul thoul',
};
const HEADS = new Map<string, NameHead>(
  (['abd', 'abu', 'umm', 'dhu'] as const).flatMap((head) =>
    WORDS[head].split(' ').map((word): [string, NameHead] => [word, head]),
  ),
);

/** The head that a word of its own is, if it is one. */
export function headOf(word: string): NameHead | null {
  return HEADS.get(word) ?? null;
}

/** عبد as it is spoken (Abed): also the name عابد, so only what follows tells. */
const SPOKEN_ABD = new Set(['abed', 'abde']);
/** Second halves that are no names of their own, in their many spellings. */
const ONLY_SERVED =
  /^(?:rr?[ae]hma+n|[qk]ad[ei]r|ra[sz]z?a+[qk]|rao?u+f|wa(?:h+|hh)?a+b|salla+m|salam|ghani|mon[ei]+m|jabb?ar|ha+di|fatt?ah|ilah|allah|sam[ai]d|kha+l[ei][qk]|rabb?[ou]+h?)$/u;
const ALSO_SERVED =
  /^(?:rahi+m|kari+m|azi+z|hami+d|maji+d|lat+i+f|na+ss?[ei]r|haki+m|hali+m|mal[ei]k|bas+[ei]t|haf[ei][zs]|mo[hu]+s[ei]n|satt?ar|jali+l|nabi|wahi+d)$/u;

/** True where a word is عبد as it is spoken, by the words that follow it. */
export function isSpokenAbd(word: string, next = '', afterNext = ''): boolean {
  if (!SPOKEN_ABD.has(word)) return false;
  const apart = /^[ae]l$/u.test(next);
  const bare = apart ? afterNext : next.replace(/^[ae](?:l|(?=(rr|ss|nn|zz)))(?=...)/u, '');
  return ONLY_SERVED.test(bare) || (bare !== next && ALSO_SERVED.test(bare));
}

/** عبد with its article, and the same in Kurdish (Evdil-, Evdi-). */
const LATIN_ABD =
  /^(?:[ae]bd(?:[aeiou]{0,2}(?:l(?!l)|(?=ll)|(?=(?:rr|ss|nn|zz|dd|tt|sh)))|(?=[a-z]))|evd[ieu](?:l|(?=[rsz])))/u;
/** The same before a sun letter that is written once (Abdesalam): only before names that are served. */
const LATIN_ABD_SUN = /^(?:[ae]bd|evd)[aeiou]{1,2}(?=[rsnzd]|s?ch)/u;
const SERVED_AFTER_SUN = new RegExp(
  `^(?:${[
    'r[ae]h?ma+ne?|r[ae]h?i+me?|r[ae]z+[ae]+[qkc]|ra+o?u+f|r[ae](?:s|sh|ch|sch)i+[dt]|rabb?[ou]+h?',
    's[ae]ll?[ae]+m|sam[aei]+[dt]|s[ae]tt?a+r|sabb?u+r',
    'nou?r|nur|na(?:ss?[aei]r|cer)|nab[iy]|nafi',
    'z[ae]+h[aei]r|da+[iy][ei]?m',
    '(?:sh|s?ch)[ae]k[ou]+r|(?:sh|s?ch)a+f[iy]',
  ].join('|')})$`,
  'u',
);

/** عبد الله whose last vowel is left: Abdalla, Evdila. */
const LATIN_ABD_ALLAH = /^(?:[ae]bd|evd)[aeiou]ll?ah?$/u;
export const LATIN_GOD = /^(?:[aou]?ll?ah?|[ei]llah?)$/u;
/** عبد الإله, which is another name. */
const LATIN_DEITY = /^[ei]lah$/u;

/** عبد written to its second half: عبدالرحمن, and without its article عبدرحمن, عبدلرحمن. */
function arabicAbd(word: string): string | null {
  if (!word.startsWith('عبد')) return null;
  if (word.startsWith('عبدال') && word.length > 6) return word.slice(3);
  if (word === 'عبدلله') return 'الله';
  const rest = word.startsWith('عبدل') && word.length > 5 ? word.slice(4) : word.slice(3);
  return SERVANTS.has(rest) ? rest : null;
}

function latinAbd(word: string): string | null {
  const sun = LATIN_ABD_SUN.exec(word);
  const served = sun === null ? '' : word.slice(sun[0].length);
  if (SERVED_AFTER_SUN.test(served)) return served;
  const match = LATIN_ABD.exec(word);
  if (match === null) return null;
  const rest = word.slice(match[0].length);
  if (LATIN_DEITY.test(rest)) return rest;
  if (LATIN_GOD.test(rest) || LATIN_ABD_ALLAH.test(word)) return 'allah';
  if (match[0].length === 3 && !/^[bcdfghjklmnpqrstvwxz]/u.test(rest)) return null;
  return /^[ae]bd[aeiou]{1,2}l?atif/u.test(word) ? 'latif' : rest.length > 2 ? rest : null;
}

function arabicAbu(word: string): string | null {
  return /^ابو(?:ال)?\p{L}{3,}$/u.test(word) ? word.slice(3) : null;
}

const LATIN_ABU =
  /^(?:ab(?:ou|u)|ebu)(?:l(?=[bcdfghjkmnpqrstvwxz]))?(?=[bcdfghjklmnpqrstvwxz][a-z]{3,}$)/u;
/** As it is spoken in the Maghreb, where it begins many names that are one: Boubaker. */
const LATIN_BOU = /^bo?u(?=b[ae](?:k+|c)(?:eu|[aeiu])?r$)/u;

function latinAbu(word: string): string | null {
  const match = LATIN_ABU.exec(word) ?? LATIN_BOU.exec(word);
  return match === null ? null : word.slice(match[0].length);
}

/** أم written to a name: only where the rest is one, since many names begin so (أمين, أمير). */
function arabicUmm(word: string): string | null {
  const rest = word.startsWith('ام') ? word.slice(2) : '';
  return rest === 'كلثوم' || (rest.length > 3 && GIVEN_NAMES.has(rest)) ? rest : null;
}

const LATIN_UMM = /^(?:ou?mm?|ummu?|um|em)(?=[kg][aeou]+l[st]h?[ou]+m$)/u;

/** What is owned in names with ذو is a short list: the sword, the fish, the two horns, the pledge. */
const ARABIC_DHU = /^(?:ذ[وي]ال(?=\p{L}{3,}$)|[ذز]و?ا?ل(?=(?:فقار|قرنين|نون|كفل)$))/u;
const LATIN_DHU =
  /^(?:[dtz]h|[dtz])(?:ou|oo|[uoie])[ln](?=(?:f[aeiou]?(?:gh|[qkcg]+)h?[aeou]+re?|[kq]ar?n[ae][iy]+n|n[uo]+ne?|kifli?)$)/u;

function cut(word: string, opening: RegExp): string | null {
  const match = opening.exec(word);
  return match === null ? null : word.slice(match[0].length);
}

const ARABIC: readonly (readonly [NameHead, (word: string) => string | null])[] = [
  ['abd', arabicAbd],
  ['abu', arabicAbu],
  ['umm', arabicUmm],
  ['dhu', (word) => cut(word, ARABIC_DHU)],
];
const LATIN: typeof ARABIC = [
  ['abd', latinAbd],
  ['abu', latinAbu],
  ['umm', (word) => cut(word, LATIN_UMM)],
  ['dhu', (word) => cut(word, LATIN_DHU)],
];

/** Takes a head off a word that it is written to (عبدالرحمن, Aboukhaled, ذوالفقار); null where there is none. */
export function splitHead(word: string): HeadedWord | null {
  const isLatin = /^[a-z]/u.test(word);
  for (const [head, split] of isLatin ? LATIN : ARABIC) {
    const rest = split(word);
    if (rest !== null) return { head, rest };
  }
  return null;
}
