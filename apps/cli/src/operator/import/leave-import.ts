import { randomUUID } from 'node:crypto';
import type { ImportView } from '@athar/imports';
import type { Session } from '../../session.js';
import { ConnectionLost, Refused } from '../service/errors.js';
import type { Service } from '../service/service.js';
import { findImport, type SentFile } from './begun-import.js';

/** Milliseconds that a stopped command may still take to see how things stand. */
const farewell = 10_000;

/**
 * Where the command ends before its import: cancels the import if its file was still coming, and says how
 * it stands and whether the file must be sent again. Says nothing of errors that speak for themselves.
 */
export async function leaveImport(
  service: Service,
  sent: SentFile,
  error: unknown,
  { output, signal }: Session,
): Promise<void> {
  if (signal.aborted) {
    const view = await stopReceiving(service.until(AbortSignal.timeout(farewell)), sent);
    output.note(view === 'unknown' ? unknown(sent) : view ? standing(view) : notBegun);
  } else if (error instanceof ConnectionLost) output.note(unknown(sent));
}

async function stopReceiving(
  service: Service,
  sent: SentFile,
): Promise<ImportView | 'unknown' | undefined> {
  try {
    const view = await findImport(service, sent);
    if (view?.state !== 'receiving') return view;
    try {
      return await service.post<ImportView>(`/api/imports/${view.id}/cancel`, {}, randomUUID());
    } catch (error) {
      // It has come to its end just now.
      if (error instanceof Refused) return await findImport(service, { id: view.id });
      throw error;
    }
  } catch {
    return 'unknown';
  }
}

const notBegun =
  'Stopped before the service told of an import: `athar imports` shows whether it began one. Send the ' +
  'file again if not; the same file twice changes nothing.';

function unknown({ id }: SentFile): string {
  const which = id === undefined ? 'the import' : `import ${id}`;
  return (
    `The service does not tell how ${which} stands. Once it answers, \`athar imports\` does; the same ` +
    'file sent again changes nothing twice.'
  );
}

/** How an import stands, and what to do, for whoever stopped waiting for it. */
function standing({ id, state, counts, failureCode }: ImportView): string {
  const done = counts.added + counts.changed + counts.unchanged;
  const { stayed } = counts;
  switch (state) {
    case 'cancelled':
      return stayed > 0
        ? `Import ${id} is cancelled; ${stayed} rows stayed. Send the file again for the others.`
        : `Import ${id} is cancelled: nothing was brought in. Send the file again.`;
    case 'failed':
      return failureCode === 'upload-interrupted'
        ? `Import ${id} ended with the upload: nothing was brought in. Send the file again.`
        : `Import ${id} has failed (${failureCode ?? 'unknown reason'}).`;
    case 'applying':
      return (
        `The service goes on with import ${id}: applying, ${done} of ${counts.rows - counts.bad} rows. ` +
        `The file must not be sent again; \`athar import --cancel ${id}\` stops it.`
      );
    case 'receiving':
    case 'cancelling':
    case 'undoing':
      return `The service goes on with import ${id}: ${state}. \`athar imports\` shows how it stands.`;
    default:
      return `Import ${id} has ended: ${state}. The file need not be sent again.`;
  }
}
