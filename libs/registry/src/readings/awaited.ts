import type { EntryDocument, EntryNames } from '../entry-document.js';

/**
 * What an entry waits for: a first reading of what is on its photographs, a second by somebody who
 * does not know the first, somebody who settles where the two differ, or nothing more.
 */
export const awaitedReadings = ['first', 'second', 'settling'] as const;
export type AwaitedReading = (typeof awaitedReadings)[number];

/**
 * The document as members see it who open entries: what one person has read stays out of sight until
 * a second has read it, since whoever opens the entry today may be that second reader.
 */
export function blindToFirstReading(
  document: EntryDocument,
  awaits: AwaitedReading | 'none',
): EntryDocument {
  if (awaits !== 'second') return document;
  const { transcribed, ...names } = document.names;
  const read = transcribed?.filter((one) => one.unconfirmed === undefined) ?? [];
  return {
    ...document,
    names: read.length > 0 ? { ...names, transcribed: read } : names,
    numbers: document.numbers.filter((one) => one.unconfirmed === undefined),
  };
}

/**
 * True where there is a name that is not one person's reading alone: whether a first reader could read
 * something must not show in how entries are listed.
 */
export function hasSettledName({ transcribed, ...names }: EntryNames): boolean {
  const settled = transcribed?.some((one) => one.unconfirmed === undefined) ?? false;
  return settled || Object.keys(names).length > 0;
}
