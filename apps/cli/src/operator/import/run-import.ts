import { access, constants } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ExitCode } from '../../exit-code.js';
import type { Session } from '../../session.js';
import { BadArguments } from '../service/errors.js';
import { Service } from '../service/service.js';
import { checkCollection, tellOfNew } from './collection.js';
import { destinationOf } from './destination.js';
import { inSwitches } from './in-switches.js';
import { importKindOf } from './import-kind.js';
import type { ImportOptions } from './import-options.js';
import { formatFor, importQuery } from './import-query.js';
import { proposeColumns } from './propose.js';
import { reportImport } from './report-import.js';
import { saveBadRows } from './save-bad-rows.js';
import { sendFile } from './send-file.js';
import { stopImport } from './stop-import.js';
import { takeProposal } from './take-proposal.js';
import { checkPatterns } from './title-patterns.js';

/** Runs `athar import`. Everything that can be checked here is, before anything is sent. */
export function runImport(
  file: string | undefined,
  options: ImportOptions,
  session: Session,
): Promise<ExitCode> {
  return bring(file, options, session).catch((error: unknown) => {
    throw inSwitches(error);
  });
}

async function bring(
  file: string | undefined,
  options: ImportOptions,
  session: Session,
): Promise<ExitCode> {
  if (options.undo !== undefined || options.cancel !== undefined) {
    if (file !== undefined) throw new BadArguments('--undo and --cancel take no file.');
    return stopImport(options, session);
  }
  if (file === undefined) throw new BadArguments('Name the file that is to be brought in.');
  const kind = importKindOf(options);
  if (!options.propose) checkCollection(options);
  checkPatterns(options.pattern);
  const query = importQuery(file, options);
  if (options.errorsFile !== undefined) formatFor(options.errorsFile, options);
  await access(file, constants.R_OK);
  const service = await Service.find(options.url, options.as, session);
  if (options.propose) return proposeColumns(service, file, options, session);
  const {
    path,
    query: more,
    headers,
    makesCollection,
    collectionId,
  } = await destinationOf(service, kind, options, session);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  if (options.asProposed) {
    const into = collectionId === undefined ? options : { ...options, collection: collectionId };
    query.set('mapping', JSON.stringify(await takeProposal(service, file, into, session)));
  }
  const { language } = options;
  const to = { path: `${path}?${query.toString()}`, headers, language };
  const ended = await sendFile(service, to, file, session);
  if (makesCollection) tellOfNew(options, ended.collectionId, session);
  const code = await reportImport(service, ended, basename(file), language, session);
  await saveBadRows(service, ended, options, session);
  return code;
}
