import { UnknownTableFormat } from './table-error.js';

/** The kinds of table files that are read and written, by their ending. */
export const TABLE_FORMATS = ['csv', 'tsv', 'jsonl', 'xlsx'] as const;

export type TableFormat = (typeof TABLE_FORMATS)[number];

const byEnding: Readonly<Record<string, TableFormat>> = {
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  xlsx: 'xlsx',
};

/**
 * The format a file name stands for, by what follows its last dot, in any case.
 * @throws UnknownTableFormat when the ending is none of ours; the message names those we know.
 */
export function formatOf(fileName: string): TableFormat {
  const ending = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const format = Object.hasOwn(byEnding, ending) ? byEnding[ending] : undefined;
  if (format === undefined) throw new UnknownTableFormat(Object.keys(byEnding));
  return format;
}
