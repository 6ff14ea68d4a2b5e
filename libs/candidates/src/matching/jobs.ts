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

/** The job that looks for other reports on the same person. @param revision the report's match revision */
export function compareReportJob(
  organisationId: string,
  reportId: string,
  revision: number,
): ['compare-report', JobPayloads['compare-report'], AddOptions] {
  return [
    'compare-report',
    { organisationId, reportId },
    { id: `compare-${reportId}-r${revision}` },
  ];
}
