import { access, constants } from 'node:fs/promises';
import { basename } from 'node:path';
import { formatOf } from '@athar/tabular';
import type { ExitCode } from '../../exit-code.js';
import type { Session } from '../../session.js';
import { checkCollection, findOrCreateCollection } from './collection.js';
import { BadArguments } from '../service/errors.js';
import type { ImportOptions } from './import-options.js';
import { importQuery } from './import-query.js';
import { proposeColumns } from './propose.js';
import { reportImport } from './report-import.js';
import { saveBadRows } from './save-bad-rows.js';
import { sendFile } from './send-file.js';
import { Service } from '../service/service.js';
import { stopImport } from './stop-import.js';

/** Runs `athar import`. Everything that can be checked here is, before anything is sent. */
export async function runImport(
  file: string | undefined,
  options: ImportOptions,
  session: Session,
): Promise<ExitCode> {
  if (options.undo !== undefined || options.cancel !== undefined) {
    if (file !== undefined) throw new BadArguments('--undo and --cancel take no file.');
    return stopImport(options, session);
  }
  if (file === undefined) throw new BadArguments('Name the file that is to be brought in.');
  if (!options.propose) checkCollection(options);
  const query = importQuery(file, options);
  if (options.errorsFile !== undefined) formatOf(options.errorsFile);
  await access(file, constants.R_OK);
  const service = await Service.find(options.url, options.as, session);
  if (options.propose) return proposeColumns(service, file, options, session);
  const collection = await findOrCreateCollection(service, options, session);
  if (collection === undefined) return proposeColumns(service, file, options, session);
  const path = `/api/collections/${encodeURIComponent(collection)}/imports?${query.toString()}`;
  const ended = await sendFile(service, path, file, session);
  const code = await reportImport(service, ended, basename(file), session);
  await saveBadRows(service, ended, options, session);
  return code;
}
