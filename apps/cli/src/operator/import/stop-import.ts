import { randomUUID } from 'node:crypto';
import type { ImportView } from '@athar/imports';
import { exitCode, type ExitCode } from '../../exit-code.js';
import type { Session } from '../../session.js';
import { BadArguments } from '../service/errors.js';
import { Service } from '../service/service.js';
import { ImportFailed } from './errors.js';
import { followImport } from './follow-import.js';
import type { ImportOptions } from './import-options.js';
import { leaveImport } from './leave-import.js';
import { whyStayed } from './why-stayed.js';

/**
 * Cancels an import under way, or takes back what one brought in.
 *
 * @throws BadArguments, ImportFailed
 */
export async function stopImport(
  { undo, cancel, url, as }: Pick<ImportOptions, 'undo' | 'cancel' | 'url' | 'as'>,
  session: Session,
): Promise<ExitCode> {
  if (undo !== undefined && cancel !== undefined) {
    throw new BadArguments('Give either --undo or --cancel.');
  }
  const service = await Service.find(url, as, session);
  const verb = undo === undefined ? 'cancel' : 'undo';
  const path = `/api/imports/${encodeURIComponent(undo ?? cancel ?? '')}/${verb}`;
  const begun = await service.post<ImportView>(path, {}, randomUUID());
  const ended = await followImport(service, begun, session).catch(async (error: unknown) => {
    await leaveImport(service, { id: begun.id }, error, session);
    throw error;
  });
  const { state, counts, failureCode } = ended;
  if (state === 'failed') throw new ImportFailed(failureCode);
  const done = undo === undefined ? 'Cancelled' : 'Undone';
  session.output.result(`${done}: ${counts.undone} taken back, ${counts.stayed} stayed.`);
  for (const one of ended.stayed) session.output.result(whyStayed(one));
  return exitCode.done;
}
