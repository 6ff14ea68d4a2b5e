import type { JobProducer } from '@athar/queue';

/** For reports that came in a file: behind the one that somebody has just entered. */
export const FILED_PRIORITY = 5;

/** Asks for a report to be matched, after the commit that changed it; else the sweep will. */
export async function askForMatching(
  jobs: JobProducer,
  report: { organisationId: string; reportId: string; revision: number },
  options: { priority?: number } = {},
): Promise<void> {
  await jobs.addOrLeaveToSweep('match-report', report, {
    id: `report-${report.reportId}-r${report.revision}-g0`,
    ...options,
  });
}
