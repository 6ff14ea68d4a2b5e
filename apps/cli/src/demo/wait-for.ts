import { setTimeout as pause } from 'node:timers/promises';
import type { MatchingState } from '@athar/candidates';
import { CodedError } from '@athar/diagnostics';
import type { ImportView } from '@athar/imports';
import { showProgress } from '../progress.js';
import type { Session } from '../session.js';
import type { DemoClient } from './demo-client.js';

const EVERY_MS = 200;

/** The demonstration's own file was not taken. */
export class DemoImportFailed extends CodedError {
  readonly code = 'demo-import-failed';
  readonly kind = 'internal';
}

/** Waits until an import has ended. @throws DemoImportFailed where not every row came in. */
export async function untilApplied(
  steward: DemoClient,
  begun: ImportView,
  { signal }: Session,
): Promise<ImportView> {
  let view = begun;
  while (view.state === 'receiving' || view.state === 'applying') {
    await pause(EVERY_MS, undefined, { signal });
    view = await steward.get<ImportView>(`/imports/${view.id}`);
  }
  if (view.state === 'applied' && view.counts.bad === 0) return view;
  throw new DemoImportFailed(
    `The import ended as ${view.state}, ${view.counts.bad} rows were bad.`,
  );
}

/** Waits, with a bar on a terminal, until every open report was compared with the whole registry. */
export async function untilMatched(
  coordinator: DemoClient,
  { signal, output }: Session,
): Promise<void> {
  let state = await coordinator.get<MatchingState>('/matching');
  const progress = showProgress(output, 'Matching', state.reports.open);
  let shown = 0;
  try {
    for (;;) {
      progress.advance(state.reports.matched - shown);
      shown = state.reports.matched;
      if (state.reports.waiting === 0) return;
      await pause(EVERY_MS, undefined, { signal });
      state = await coordinator.get<MatchingState>('/matching');
    }
  } finally {
    progress.end();
  }
}
