import { MatchIndex, type EntryRecord, type MatchIndexOptions } from '@athar/matching';
import type { ReportRecord } from '@athar/matching';
import { matchReports, type MatchTask } from './match-report.js';
import { serveThread } from './serve-thread.js';

/** What a worker thread is started with. */
export interface MatchSetup {
  entries: readonly EntryRecord[];
  index: MatchIndexOptions;
  task: MatchTask;
}

serveThread((setup: MatchSetup) => {
  const index = MatchIndex.build(setup.entries, setup.index);
  return (reports: readonly ReportRecord[]) => matchReports(index, reports, setup.task);
});
