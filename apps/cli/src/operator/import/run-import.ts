import { access, constants } from 'node:fs/promises';
import { basename } from 'node:path';
import { formatOf } from '@athar/tabular';
import type { ExitCode } from '../../exit-code.js';
import type { Session } from '../../session.js';
import { BadArguments } from '../service/errors.js';
import { Service } from '../service/service.js';
import { checkCollection } from './collection.js';
import { destinationOf } from './destination.js';
import { importKindOf } from './import-kind.js';
import type { ImportOptions } from './import-options.js';
import { importQuery } from './import-query.js';
import { proposeColumns } from './propose.js';
import { reportImport } from './report-import.js';
import { saveBadRows } from './save-bad-rows.js';
import { sendFile } from './send-file.js';
import { stopImport } from './stop-import.js';
import { takeProposal } from './take-proposal.js';

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
  const kind = importKindOf(options);
  if (!options.propose) checkCollection(options);
  const query = importQuery(file, options);
  if (options.errorsFile !== undefined) formatOf(options.errorsFile);
  await access(file, constants.R_OK);
  const service = await Service.find(options.url, options.as, session);
  if (options.propose) return proposeColumns(service, file, options, session);
  const path = await destinationOf(service, kind, options, session);
  if (path === undefined) {
    session.output.note(
      'There is no such collection yet, and a dry run makes none: every good row would be',
    );
    session.output.note('added to it. This is what the headers of the file stand for:');
    return proposeColumns(service, file, options, session);
  }
  if (options.asProposed) {
    query.set('mapping', JSON.stringify(await takeProposal(service, file, options, session)));
  }
  const ended = await sendFile(service, `${path}?${query.toString()}`, file, session);
  const code = await reportImport(service, ended, basename(file), session);
  await saveBadRows(service, ended, options, session);
  return code;
}
