import type { EntryNames, Transcription } from '../entry-document.js';
import { parseConfidence } from './age.js';
import type { Cells } from './cells.js';
import { filled } from '../filled.js';

const longest = 300;

/**
 * The names of a row. A name in Arabic letters that no reader answers for is as written; all others
 * are transcriptions.
 */
export function readNames(cells: Cells): EntryNames {
  const reader = cells.text('reader', 80);
  const confidence = readConfidence(cells);
  const whole = [
    ...(cells.names('name_arabic', longest) ?? []),
    ...(cells.names('name', longest) ?? []),
  ];
  const isReading = reader !== undefined || confidence !== undefined;
  const written = [...new Set(whole.filter((name) => !isReading && isArabic(name)))];
  const transcribed = [...new Set(whole)]
    .filter((name) => !written.includes(name))
    .map((text): Transcription => filled({ text, reader, confidence }));
  return filled({
    asWritten: written.length > 0 ? written : undefined,
    transcribed: transcribed.length > 0 ? transcribed : undefined,
    given: cells.name('given_name', longest),
    father: cells.name('father_name', longest),
    grandfather: cells.name('grandfather_name', longest),
    family: cells.name('family_name', longest),
    mother: cells.name('mother_name', longest),
    knownAs: cells.names('known_as', longest),
  });
}

function readConfidence(cells: Cells): number | undefined {
  const text = cells.text('confidence');
  const value = text === undefined ? undefined : parseConfidence(text);
  if (text === undefined || value !== undefined) return value;
  const fix = 'Write how sure the reader is between 0 and 1.';
  return cells.refuse('confidence', 'bad-number', 'a number from 0 to 1, or a percentage', fix);
}

function isArabic(text: string): boolean {
  return /\p{Script=Arabic}/u.test(text);
}
