import type { JobProducer } from '@athar/queue';

/** Asks for a report to be matched, after the commit that changed it; else the sweep will. */
export async function askForMatching(
  jobs: JobProducer,
  report: { organisationId: string; reportId: string; revision: number },
): Promise<void> {
  await jobs.addOrLeaveToSweep('match-report', report, {
    id: `report-${report.reportId}-r${report.revision}-g0`,
  });
}
