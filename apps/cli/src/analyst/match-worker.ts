import { parentPort, workerData } from 'node:worker_threads';
import { MatchIndex, type EntryRecord, type MatchIndexOptions } from '@athar/matching';
import type { ReportRecord } from '@athar/matching';
import { matchReport, type MatchTask } from './match-report.js';

/** What a worker thread is started with. */
export interface MatchSetup {
  entries: readonly EntryRecord[];
  index: MatchIndexOptions;
  task: MatchTask;
}

/** A worker thread: builds an index of its own, then answers each list of reports with its rows. */
function serve(port: NonNullable<typeof parentPort>, setup: MatchSetup): void {
  const index = MatchIndex.build(setup.entries, setup.index);
  port.on('message', (reports: readonly ReportRecord[]) => {
    port.postMessage(reports.flatMap((report) => matchReport(index, report, setup.task)));
  });
}

if (parentPort) serve(parentPort, workerData as MatchSetup);
