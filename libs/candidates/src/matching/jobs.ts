import type { AddOptions, JobPayloads } from '@athar/queue';

/** Behind the reports that somebody has just entered. */
export const SWEPT_PRIORITY = 10;

/** The job that matches one report as it is now against the registry as it is now. */
export function matchReportJob(
  report: { id: string; organisationId: string; matchRevision: number },
  registryRevision: bigint,
): ['match-report', JobPayloads['match-report'], AddOptions] {
  const { id, organisationId, matchRevision } = report;
  return [
    'match-report',
    { organisationId, reportId: id, revision: matchRevision },
    { id: `report-${id}-r${matchRevision}-g${registryRevision}` },
  ];
}
