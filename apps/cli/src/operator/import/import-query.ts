import { formatOf, UnknownTableFormat, type TableFormat } from '@athar/tabular';
import { BadArguments } from '../service/errors.js';
import type { ImportOptions } from './import-options.js';

/** How the service is to read a file, for an address. @throws UnknownTableFormat unless of titles */
export function fileQuery(file: string, options: ImportOptions): URLSearchParams {
  const query = new URLSearchParams({ format: formatFor(file, options) });
  if (options.sheet !== undefined) query.set('sheet', options.sheet);
  if (options.headerRow !== undefined) query.set('headerRow', String(options.headerRow));
  if (options.encoding !== undefined) query.set('encoding', options.encoding);
  return query;
}

/** The format that a file's ending stands for; a list of titles that is no table is a plain text. @throws UnknownTableFormat */
export function formatFor(
  file: string,
  { titles }: Pick<ImportOptions, 'titles'>,
): TableFormat | 'txt' {
  try {
    return formatOf(file);
  } catch (error) {
    if (titles && error instanceof UnknownTableFormat) return 'txt';
    throw error;
  }
}

/**
 * What is asked for, for an address. The file's own name is sent in a header instead: it may hold a
 * person's, and addresses are logged.
 *
 * @throws UnknownTableFormat, BadArguments
 */
export function importQuery(file: string, options: ImportOptions): URLSearchParams {
  const query = fileQuery(file, options);
  query.set('mode', options.mode);
  if (options.dryRun) query.set('dryRun', 'true');
  if (options.ignoreUnknown) query.set('ignoreUnknown', 'true');
  if (options.dateOrder !== undefined) query.set('dateOrder', options.dateOrder);
  if (options.map) query.set('mapping', JSON.stringify(mappingOf(options.map)));
  if (options.mapping !== undefined) query.set('mappingId', options.mapping);
  if (options.saveMapping !== undefined) query.set('saveMappingAs', options.saveMapping);
  return query;
}

/** The pairs of --map as a mapping. @throws BadArguments */
export function mappingOf(pairs: readonly string[]): Record<string, string> {
  const mapping = pairs.map((pair): [string, string] => {
    const at = pair.lastIndexOf('=');
    const [header, column] = [pair.slice(0, Math.max(at, 0)), pair.slice(at + 1).trim()];
    if (header.trim() !== '') return [header, column];
    throw new BadArguments(
      `--map is header=column, as in --map 'Full name=name'; header= leaves the column out.`,
    );
  });
  return Object.fromEntries(mapping);
}
