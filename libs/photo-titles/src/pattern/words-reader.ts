import { DIGIT, LETTER } from '../text/characters.js';
import type { Folded } from '../text/folded.js';
import type { FieldReader } from './field-reader.js';
import type { TitleField } from './fields.js';
import { PatternError } from './pattern-error.js';

const kindsOfWords = ['', 'word', 'letters', 'digits'] as const;
type Words = (typeof kindsOfWords)[number];

const MOST_WORDS = { photographer: 3, branch: 5, hospital: 5, ignore: 12 } as const;

/**
 * Text fields take one or more words, the fewest that let the rest of the pattern fit. With an
 * option one word only: `word`, `letters` (no digit in it), `digits`. A photographer has letters only.
 *
 * @throws PatternError
 */
export function wordsReader(field: TitleField, option: string, at: number): FieldReader {
  const words = kindsOfWords.find((kind) => kind === option);
  if (words === undefined) throw new PatternError(at, 'word, letters or digits, or no option');
  const most = words === '' ? MOST_WORDS[field as keyof typeof MOST_WORDS] : 1;
  const reads = wordKinds(field, words);
  return {
    attempts: most,
    expected: `${field}: ${described(reads, most)}`,
    end: (text, place, attempt) => endOfWords(text, place, attempt + 1, reads),
  };
}

interface Kinds {
  letters: boolean;
  digits: boolean;
}

function wordKinds(field: TitleField, words: Words): Kinds {
  return {
    letters: words !== 'digits',
    digits: words === 'digits' || (words !== 'letters' && field !== 'photographer'),
  };
}

function described({ letters, digits }: Kinds, most: number): string {
  const of = letters ? (digits ? 'letters or digits' : 'letters') : 'digits';
  return most === 1 ? `a word of ${of}` : `1 to ${most} words of ${of}`;
}

function endOfWords(text: Folded, place: number, count: number, reads: Kinds): number {
  let end = place;
  for (let words = 0; words < count; words += 1) {
    const start = words === 0 ? end : text.afterSeparators(end, false);
    if (words > 0 && start === end) return -1;
    end = endOfWord(text, start, reads);
    if (end === start) return -1;
  }
  return end;
}

function endOfWord(text: Folded, start: number, reads: Kinds): number {
  let end = start;
  while (
    (reads.letters && text.kinds[end] === LETTER) ||
    (reads.digits && text.kinds[end] === DIGIT)
  ) {
    end += 1;
  }
  return end;
}
