import { foldDigits, isPlain, MAX_NAME_LENGTH, normalise, visible } from './normalise.js';
import { remembered } from './remembered.js';
import { isTail } from './tails.js';
import { GIVEN_NAMES } from './words.js';

/** A word of a name twice: as it is looked up, and as its sound is read. */
export interface SpelledWord {
  /** The word as `normalise` has it. */
  readonly folded: string;
  /** Letters of the sound model's alphabets, nothing else: more than `folded` keeps. */
  readonly spelling: string;
  /** Of a letter with the sign of a title written short: د. or د/ for doctor. */
  readonly shortTitle?: true;
  /** Of a word with the ê of Kurdish that ties a son to his father: Ehmedê Xelîl. */
  readonly tied?: true;
  /** Of a word that stands beside the name: see `withAsides`. */
  readonly aside?: 'by-name' | 'fact';
}

export interface SpelledText {
  /** As `normalise` has it. */
  readonly normalised: string;
  readonly words: readonly SpelledWord[];
}

/** Letters that tell sounds apart in Arabic writing; others are folded into them. */
export const ARABIC_ALPHABET = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآؤئءىة';
/** The same of Latin writing: Turkish letters, the sign of ع and ء, and chat digits (7asan, 3ali). */
export const LATIN_ALPHABET = "abcdefghijklmnopqrstuvwxyzşçığüö'2356789";

/** Letters of other Latin writing by what they sound like; for capitals see `SIGNS`. */
const LATIN_SOUNDS = new Map(
  Object.entries({
    š: 'ş',
    ș: 'ş',
    č: 'ç',
    ć: 'ç',
    ǧ: 'j',
    ž: 'j',
    ű: 'ü',
    ő: 'ö',
    ø: 'ö',
    ḥ: 'H',
    ḩ: 'H',
    ḳ: 'q',
    ħ: 'H',
    ṭ: 'T',
    ṣ: 'S',
    ʿ: 'E',
    ʽ: 'E',
    ʕ: 'E',
    ʾ: "'",
    ʔ: "'",
    ġ: 'gh',
    ḡ: 'gh',
    ɣ: 'gh',
    ḫ: 'kh',
    ẖ: 'kh',
    ḵ: 'kh',
    ḏ: 'dh',
    ṯ: 'th',
  }),
);
/**
 * Letters of scholars, until words are told apart: in chat they are these digits, in plain writing these
 * letters. Capitals, since a text has none by then; no digits, since one may be two letters in chat.
 */
const SIGNS = new Map(
  Object.entries({ H: ['7', 'h'], T: ['6', 't'], S: ['9', 's'], E: ['3', ''] } as const),
);
const SIGN = /[HTSE]/gu;
const APOSTROPHES = /[\u0060\u00b4\u02b0-\u02bd\u02bf-\u02ff\u2018-\u201b\u2032\u2035\uff07]/gu;
/** Two signs of chat spelling for one letter. */
const CHAT_PAIRS = new Map(Object.entries({ "3'": 'gh', "7'": '5', "6'": 'z', "9'": 'd' }));

const ARABIC = new Set(ARABIC_ALPHABET);
const LATIN = new Set(LATIN_ALPHABET);
/** Words of a text in the letters of the sound model. */
export const WORDS =
  /\p{Script=Arabic}+|[a-zşçığüöHTSE'2356789]*[a-zşçığüöHTSE][a-zşçığüöHTSE'2356789]*|\p{L}+/gu;

function spellArabic(letter: string): string {
  if (ARABIC.has(letter)) return letter;
  return Array.from(normalise(letter))
    .filter((folded) => ARABIC.has(folded))
    .join('');
}

function spellLatin(letter: string): string {
  const known = LATIN_SOUNDS.get(letter);
  if (known !== undefined) return known;
  return LATIN.has(letter) || /[^\p{L}]/u.test(letter) ? letter : normalise(letter);
}

const MOST_LETTERS = 4096;
const spellLetter = remembered(
  (letter) => (/\p{Script=Arabic}/u.test(letter) ? spellArabic(letter) : spellLatin(letter)),
  MOST_LETTERS,
);

/** A name written to a family's name with its article (محمدالخياط), as two words; null where it is one. */
function splitJoined({ folded, spelling }: SpelledWord): SpelledWord[] | null {
  for (let at = folded.indexOf('ال', 3); at >= 0; at = folded.indexOf('ال', at + 1)) {
    const [name, family] = [folded.slice(0, at), folded.slice(at)];
    if (family.length < LEAST_FAMILY || !GIVEN_NAMES.has(name) || isTail(family, true)) continue;
    const cut = placeIn(spelling, at);
    return [
      { folded: name, spelling: spelling.slice(0, cut) },
      { folded: family, spelling: spelling.slice(cut) },
    ];
  }
  return null;
}

/** Letters of a family's name with its article, at the least, where it was written to another. */
const LEAST_FAMILY = 5;

/** Index in a spelling of the letter at `place` of its folded form, which has no hamza alone. */
function placeIn(spelling: string, place: number): number {
  let at = 0;
  for (let letters = 0; at < spelling.length; at += 1) {
    if (letters === place && spelling[at] !== 'ء') break;
    if (spelling[at] !== 'ء') letters += 1;
  }
  return at;
}

/** A text in the letters of the sound model, whatever else stands in it left as it is. */
export function inModelLetters(text: string): string {
  const lower = foldDigits(visible(text)).toLowerCase().normalize('NFC');
  const spelled = Array.from(lower, spellLetter).join('').replace(APOSTROPHES, "'");
  return spelled.normalize('NFC').replace(/\p{M}/gu, '');
}

/** The letters of a text as words are looked up by. */
export function foldLetters(text: string): string {
  return normalise(text).replace(/[^\p{L}]/gu, '');
}

/** The same of a word that `WORDS` found. */
export function foldFound(word: string): string {
  return foldLetters(word.replace(SIGN, (sign) => SIGNS.get(sign)?.[1] ?? sign));
}

/** Doctor, written short before a name. */
const SHORT_TITLE = /(?<!\p{L})د[./]/u;

/** Also known as, by its first letters. */
const KNOWN_AS = /^\(?a[./]k[./]a[./]?:?$/iu;

/** The ê of Kurdish after a name; short ones have it of their own (Hemê, Xecê). */
const TIED = /^\p{L}{2,}[aeiouêîû](?![aeiouêîû])\p{L}ê$/iu;

/** A doubled و is vv to Turks (Tavvab), which the sets have hardly any of. */
const DOUBLED = /vv/gu;

/** A word whose letters are as they are looked up and read: most are. */
function spellPlain(word: string): SpelledText {
  const whole = { folded: word, spelling: word.replace(DOUBLED, 'v') };
  return { normalised: word, words: splitJoined(whole) ?? [whole] };
}

/** A text without spaces, folded and spelled. */
function spellPiece(text: string): SpelledText {
  const small = text.toLowerCase();
  if (small.length <= MAX_NAME_LENGTH && isPlain(small)) return spellPlain(small);
  if (KNOWN_AS.test(text)) {
    return { normalised: normalise(text), words: [{ folded: 'aka', spelling: 'aka' }] };
  }
  const letters = inModelLetters(text);
  const title = SHORT_TITLE.test(letters);
  const words = (letters.match(WORDS) ?? []).flatMap((word): SpelledWord[] => {
    const folded = foldFound(word);
    const spelling = word
      .replace(/[3679]'/gu, (pair) => CHAT_PAIRS.get(pair) ?? pair)
      .replace(SIGN, (sign) => SIGNS.get(sign)?.[0] ?? sign)
      .replace(DOUBLED, 'v');
    if (folded === '') return [];
    if (title && folded === 'د') return [{ folded, spelling, shortTitle: true }];
    const whole = { folded, spelling: spelling.replace(/^'+|'+$/gu, '') };
    if (TIED.test(text.normalize('NFC'))) return [{ ...whole, tied: true }];
    return splitJoined(whole) ?? [whole];
  });
  return { normalised: normalise(text), words };
}

const MOST_PIECES = 2 ** 15;
const pieceOf = remembered(spellPiece, MOST_PIECES);

/**
 * A text folded, and its words, each folded and spelled. Takes any string, never throws. What has no
 * letter is no word.
 */
export function spellText(text: string): SpelledText {
  // A space ends whatever is folded together, so that what stands between spaces can be remembered.
  const pieces = text.slice(0, MAX_NAME_LENGTH).split(' ');
  if (pieces.length === 1) return pieceOf(pieces[0] ?? '');
  const words: SpelledWord[] = [];
  let normalised = '';
  for (const part of pieces) {
    const piece = pieceOf(part);
    if (piece.normalised !== '') normalised += (normalised === '' ? '' : ' ') + piece.normalised;
    for (const word of piece.words) words.push(word);
  }
  // Where it is cut, a sign of two units or a space at the cut may fall away as well.
  if (normalised.length >= MAX_NAME_LENGTH - 2) normalised = normalise(text);
  return { normalised, words };
}

/** The words of a text, see `spellText`. */
export function spellWords(text: string): readonly SpelledWord[] {
  return spellText(text).words;
}
