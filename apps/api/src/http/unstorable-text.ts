import type { Problem } from '@athar/diagnostics';

const MOST_DEPTH = 32;

/**
 * Finds text that PostgreSQL cannot hold (U+0000) or that is not Unicode (a lone surrogate), at any
 * depth of a value, keys included; also values nested deeper than anything we know.
 */
export function unstorableText(value: unknown, place: string, depth = 0): Problem[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [problem(place)];
  if (typeof value !== 'object' || value === null) return [];
  if (depth >= MOST_DEPTH) return [problem(place)];
  return Object.entries(value).flatMap(([key, item]) => [
    ...(isStorable(key) ? [] : [problem(place)]),
    ...unstorableText(item, `${place}/${key}`, depth + 1),
  ]);
}

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

function problem(field: string): Problem {
  return {
    field,
    code: 'not-text',
    expected: 'Unicode text without the character U+0000',
    fix: 'Remove the character, or write the file again as UTF-8.',
  };
}
