import { access, constants } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportMode } from '@athar/imports';
import { formatOf } from '@athar/tabular';
import type { ExitCode } from '../../exit-code.js';
import type { Session } from '../../session.js';
import { checkCollection, findOrCreateCollection, type CollectionOptions } from './collection.js';
import { BadImportArguments } from './errors.js';
import { reportImport } from './report-import.js';
import { sendFile } from './send-file.js';
import { Service } from './service.js';

/** Arguments of `athar import`. */
export interface ImportOptions extends CollectionOptions {
  as: string;
  url: string;
  mode: ImportMode;
  dryRun?: true;
  ignoreUnknown?: true;
  /** `header=column`, one text a column. */
  map?: string[];
}

/** Runs `athar import`. Everything that can be checked here is, before anything is sent. */
export async function runImport(
  file: string,
  options: ImportOptions,
  session: Session,
): Promise<ExitCode> {
  checkCollection(options);
  const query = queryOf(file, options);
  await access(file, constants.R_OK);
  const service = await Service.find(options.url, options.as, session);
  const collection = await findOrCreateCollection(service, options, session);
  const path = `/api/collections/${encodeURIComponent(collection)}/imports?${query.toString()}`;
  const ended = await sendFile(service, path, file, session);
  return reportImport(service, ended, basename(file), session);
}

/** The file's own name is left out: it may hold a person's, and addresses are logged. */
function queryOf(file: string, options: ImportOptions): URLSearchParams {
  const query = new URLSearchParams({ format: formatOf(file), mode: options.mode });
  if (options.dryRun) query.set('dryRun', 'true');
  if (options.ignoreUnknown) query.set('ignoreUnknown', 'true');
  if (options.map) query.set('mapping', JSON.stringify(mappingOf(options.map)));
  return query;
}

/** @throws BadImportArguments */
function mappingOf(pairs: readonly string[]): Record<string, string> {
  const mapping = pairs.map((pair): [string, string] => {
    const at = pair.lastIndexOf('=');
    const [header, column] = [pair.slice(0, Math.max(at, 0)), pair.slice(at + 1).trim()];
    if (header.trim() !== '' && column !== '') return [header, column];
    throw new BadImportArguments(`--map is header=column, as in --map 'Full name=name'.`);
  });
  return Object.fromEntries(mapping);
}
