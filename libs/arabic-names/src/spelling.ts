import { foldDigits, MAX_NAME_LENGTH, normalise } from './normalise.js';

/** A word of a name twice: as it is looked up, and as its sound is read. */
export interface SpelledWord {
  /** The word as `normalise` has it. */
  readonly folded: string;
  /** Letters of the sound model's alphabets, nothing else: more than `folded` keeps. */
  readonly spelling: string;
}

/** Letters that tell sounds apart in Arabic writing; others are folded into them. */
export const ARABIC_ALPHABET = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآؤئءىة';
/** The same of Latin writing: Turkish letters, the sign of ع and ء, and chat digits (7asan, 3ali). */
export const LATIN_ALPHABET = "abcdefghijklmnopqrstuvwxyzşçığüö'2356789";

const INVISIBLE = /[\p{Cf}\u0640]/gu;
/** Letters of other Latin writing by what they sound like. Those of scholars are spelled as in chat. */
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
    ḥ: '7',
    ħ: '7',
    ṭ: '6',
    ṣ: '9',
    ʿ: '3',
    ʽ: '3',
    ʕ: '3',
    ʾ: '2',
    ʔ: '2',
    ġ: 'gh',
    ḫ: 'kh',
    ẖ: 'kh',
    ḏ: 'dh',
    ṯ: 'th',
  }),
);
const APOSTROPHES = /[\u0060\u00b4\u02b0-\u02bd\u02bf-\u02ff\u2018-\u201b\u2032\u2035\uff07]/gu;
/** Two signs of chat spelling for one letter. */
const CHAT_PAIRS = new Map(Object.entries({ "3'": 'gh', "7'": '5', "6'": 'z', "9'": 'd' }));

const ARABIC = new Set(ARABIC_ALPHABET);
const LATIN = new Set(LATIN_ALPHABET);
const WORDS = /\p{Script=Arabic}+|[a-zşçığüö'2356789]*[a-zşçığüö][a-zşçığüö'2356789]*|\p{L}+/gu;

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

/** Letters met before: texts have few different ones. */
const met = new Map<string, string>();
const MOST_MET = 4096;

function spellLetter(letter: string): string {
  const known = met.get(letter);
  if (known !== undefined) return known;
  if (met.size >= MOST_MET) met.clear();
  const spelled = /\p{Script=Arabic}/u.test(letter) ? spellArabic(letter) : spellLatin(letter);
  met.set(letter, spelled);
  return spelled;
}

/**
 * The words of a text, each folded and spelled. Takes any string, never throws. What has no letter
 * is no word.
 */
export function spellWords(text: string): SpelledWord[] {
  const plain = text.slice(0, MAX_NAME_LENGTH).replace(INVISIBLE, '');
  const lower = foldDigits(plain).toLowerCase().normalize('NFC');
  const spelled = Array.from(lower, spellLetter).join('').replace(APOSTROPHES, "'");
  const marked = spelled.normalize('NFC').replace(/\p{M}/gu, '');
  return (marked.match(WORDS) ?? []).flatMap((word) => {
    const folded = normalise(word).replace(/[^\p{L}]/gu, '');
    const spelling = word.replace(/[3679]'/gu, (pair) => CHAT_PAIRS.get(pair) ?? pair);
    return folded === '' ? [] : [{ folded, spelling: spelling.replace(/^'+|'+$/gu, '') }];
  });
}
