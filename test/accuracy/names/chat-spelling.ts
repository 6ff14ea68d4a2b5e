/** Digits that stand for a letter's shape, as people type them. */
const DIGITS: Readonly<Record<string, string>> = {
  ح: '7',
  خ: '5',
  ط: '6',
  ص: '9',
  ق: '2',
  ء: '2',
  أ: '2',
  إ: '2',
  ئ: '2',
  ؤ: '2',
  ع: '3',
};

/** English spellings of each letter, the longest first. */
const ENGLISH: Readonly<Record<string, readonly string[]>> = {
  ب: ['b', 'p'],
  ت: ['t'],
  ث: ['th', 's', 't'],
  ج: ['dj', 'j', 'g'],
  ح: ['h'],
  خ: ['kh'],
  د: ['d'],
  ذ: ['dh', 'th', 'z', 'd'],
  ر: ['r'],
  ز: ['z'],
  س: ['s', 'c'],
  ش: ['sh', 'ch'],
  ص: ['s'],
  ض: ['dh', 'd'],
  ط: ['t'],
  ظ: ['dh', 'th', 'z'],
  غ: ['gh', 'g'],
  ف: ['f', 'ph', 'v'],
  ق: ['q', 'k'],
  ك: ['k', 'c'],
  ل: ['l'],
  م: ['m'],
  ن: ['n'],
  ه: ['h'],
  و: ['oo', 'ou', 'w', 'v', 'u', 'o'],
  ي: ['ee', 'y', 'i', 'e'],
  ا: ['aa', 'a', 'e', 'i', 'u', 'o'],
};

/** Letters that an English spelling may leave out. */
const SILENT = /[اويىةهآ]/;
const VOWELS = /^[aeiouy'’ -]*/;

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Where the letter is written from `start` on, vowels passed over; null where it is not. */
function find(letter: string, latin: string, start: number): Place | null {
  const passed = VOWELS.exec(latin.slice(start))?.[0].length ?? 0;
  for (const spelling of ENGLISH[letter] ?? []) {
    for (let from = start; from <= start + passed; from += 1) {
      if (!latin.startsWith(spelling, from)) continue;
      const to = from + spelling.length;
      const doubled = latin.startsWith(spelling, to) && !/[aeiouwy]/.test(spelling);
      return { from, to: doubled ? to + spelling.length : to };
    }
  }
  return null;
}

/** Where ع or a hamza is heard: first of all, after a long vowel, or after the first vowel that follows. */
function placeOfGlottal(latin: string, start: number, afterConsonant: boolean): Place {
  const open = start + (/^[- ]*/.exec(latin.slice(start))?.[0].length ?? 0);
  const from =
    afterConsonant && open === start && /[aeiou]/.test(latin[start] ?? '') ? start + 1 : open;
  return { from, to: /['’]/.test(latin[from] ?? '') ? from + 1 : from };
}

/**
 * An English spelling as chat would have it, by a fixed rule: letters that English has no sign for
 * become digits (7 ح, 3 ع, 5 خ, 6 ط, 9 ص, 2 ق and ء), the rest stays. Null where the two words do not
 * follow each other, or no digit would stand.
 */
export function toChatSpelling(arabic: string, english: string): string | null {
  const latin = english.toLowerCase();
  let written = '';
  let at = 0;
  let afterConsonant = false;
  const letters = arabic.replaceAll(/[\u064b-\u0652]/g, '');
  const first = letters.startsWith('ال') ? 2 : 0;
  for (const [number, letter] of [...letters].entries()) {
    // Nobody writes a hamza that opens a name.
    if (/[أإ]/.test(letter) && (number === 0 || number === first)) continue;
    const glottal = /[عءئؤأإ]/.test(letter);
    const place = glottal ? placeOfGlottal(latin, at, afterConsonant) : find(letter, latin, at);
    if (place === null) {
      if (SILENT.test(letter)) continue;
      return null;
    }
    const digit = DIGITS[letter] ?? latin.slice(place.from, place.to);
    written += latin.slice(at, place.from) + digit;
    at = place.to;
    afterConsonant = !glottal && !SILENT.test(letter);
  }
  written += latin.slice(at);
  return /\d/.test(written) ? written : null;
}
