import { setTimeout as pause } from 'node:timers/promises';
import type { ImportView } from '@athar/imports';
import { showProgress, type Progress } from '../../progress.js';
import type { Session } from '../../session.js';
import type { Service } from '../service/service.js';

const betweenLooks = 500;
const looksUntilDoubt = 60;
/** Twenty seconds: while bytes come, the service shows a sign of life every ten. */
const looksUntilGivenUp = 40;

/**
 * Looks at an import again and again until it has come to one of its ends, or until it is plain that
 * the service that received it died: then it stays `receiving`.
 */
export async function followImport(
  service: Service,
  begun: ImportView,
  session: Session,
): Promise<ImportView> {
  let view = begun;
  let progress: Progress | undefined;
  let idle = 0;
  try {
    while (view.finishedAt === null) {
      await pause(betweenLooks, undefined, { signal: session.signal });
      const next = await service.get<ImportView>(`/api/imports/${begun.id}`);
      if (next.state === 'applying') {
        progress ??= showProgress(session.output, 'Rows', next.counts.rows - next.counts.bad);
        progress.advance(rowsDone(next) - (view.state === 'applying' ? rowsDone(view) : 0));
      }
      idle = signsOfLife(next) === signsOfLife(view) ? idle + 1 : 0;
      if (next.state === 'receiving' && idle === looksUntilGivenUp) return next;
      if (idle === looksUntilDoubt) {
        session.output.note('Nothing has happened for a while. Does a worker run?');
      }
      view = next;
    }
  } finally {
    progress?.end();
  }
  return view;
}

function rowsDone({ counts }: ImportView): number {
  return counts.added + counts.changed + counts.unchanged;
}

function signsOfLife(view: ImportView): number {
  return view.counts.rows + rowsDone(view);
}
