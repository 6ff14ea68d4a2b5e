import type { Problem } from '@athar/diagnostics';
import { badMapping } from '../columns/column-problems.js';
import type { HeaderWords } from '../columns/header-words.js';
import { InvalidMapping } from '../errors.js';
import type { MappingContent } from './mapping.js';

const mostHeaders = 200;

/** @throws InvalidMapping */
export function checkMapping(
  { headers, mapping }: MappingContent,
  name: string,
  words: HeaderWords,
): void {
  const problems: Problem[] = [];
  if (name.trim() === '' || name.length > 80) {
    problems.push(problem('name', '1 to 80 characters', 'Give it another name.'));
  }
  if (headers.length === 0 || headers.length > mostHeaders) {
    problems.push(problem('headers', `1 to ${mostHeaders} headers`, 'Give those of the file.'));
  }
  for (const column of Object.values(mapping)) {
    if (column !== '' && words.columnNamed(column) === undefined) {
      problems.push(badMapping(column, words.vocabulary.columns));
    }
  }
  if (problems.length > 0) throw new InvalidMapping(problems);
}

function problem(field: string, expected: string, fix: string): Problem {
  return { field, code: 'bad-value', expected, fix };
}
