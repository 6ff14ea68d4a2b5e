import type { EntryNames, Transcription } from '../entry-document.js';
import type { RegistryColumn } from '../columns.js';
import { parseConfidence } from './age.js';
import type { Cells } from './cells.js';
import { filled } from '../filled.js';
import { isNoName } from './word-list.js';

const longest = 300;

/**
 * The names of a row. A name in Arabic letters that no reader answers for is as written; all others
 * are transcriptions.
 */
export function readNames(cells: Cells): EntryNames {
  const reader = cells.text('reader', 80);
  const confidence = readConfidence(cells);
  const whole = [...(names(cells, 'name_arabic') ?? []), ...(names(cells, 'name') ?? [])];
  const isReading = reader !== undefined || confidence !== undefined;
  const written = [...new Set(whole.filter((name) => !isReading && isArabic(name)))];
  const transcribed = [...new Set(whole)]
    .filter((name) => !written.includes(name))
    .map((text): Transcription => filled({ text, reader, confidence }));
  return filled({
    asWritten: written.length > 0 ? written : undefined,
    transcribed: transcribed.length > 0 ? transcribed : undefined,
    given: part(cells, 'given_name'),
    father: part(cells, 'father_name'),
    grandfather: part(cells, 'grandfather_name'),
    family: part(cells, 'family_name'),
    mother: part(cells, 'mother_name'),
    knownAs: names(cells, 'known_as'),
  });
}

function names(cells: Cells, column: RegistryColumn): string[] | undefined {
  const found = cells.list(column, longest)?.filter((name) => !isNoName(name));
  return found && found.length > 0 ? found : undefined;
}

function part(cells: Cells, column: RegistryColumn): string | undefined {
  const text = cells.text(column, longest);
  return text === undefined || isNoName(text) ? undefined : text;
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
