import type { Problem } from '@athar/diagnostics';
import { nearest } from '@athar/tabular';

/** A header that means nothing to the target. */
export function unknownColumn(header: string, columns: readonly string[]): Problem {
  const near = nearest(header, columns);
  return {
    field: shortened(header),
    code: 'unknown-column',
    expected: near ? `a known column; the nearest is "${near}"` : 'a known column',
    fix:
      `${near ? `Rename it to "${near}", or say` : 'Say'} which column it stands for (mapping), or leave ` +
      'it out: map it to an empty text, or leave out all unknown columns (ignoreUnknown=true).',
  };
}

/** A second header for a column. */
export function doubledColumn(header: string, column: string): Problem {
  return {
    field: shortened(header),
    code: 'doubled-column',
    expected: `one column for "${column}"`,
    fix: 'Remove one of the two, or map it to another column.',
  };
}

/** A mapping to a column that the target lacks. */
export function badMapping(to: string, columns: readonly string[]): Problem {
  const near = nearest(to, columns);
  return {
    field: 'mapping',
    code: 'unknown-column',
    expected: near ? `a known column; the nearest is "${near}"` : 'a known column',
    fix: `Map to one of: ${columns.join(', ')}.`,
  };
}

/** A mapping from a header that the file lacks. */
export function absentHeader(from: string, headers: readonly string[]): Problem {
  const near = nearest(from, headers);
  return {
    field: shortened(from),
    code: 'column-not-in-file',
    expected: near ? `a column of the file; the nearest is "${near}"` : 'a column of the file',
    fix: 'Correct the mapping.',
  };
}

/** A column's name as it is told: a file may name its columns with whole pages of text. */
export function shortened(header: string): string {
  return header.length <= 100 ? header : `${header.slice(0, 99)}…`;
}
