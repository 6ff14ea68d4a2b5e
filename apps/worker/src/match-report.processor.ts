import { Injectable } from '@nestjs/common';
import { Matching } from '@athar/candidates';
import { Processes, type JobHandler, type JobPayloads } from '@athar/queue';

/** Matches one report against the registry. */
@Injectable()
@Processes('match-report')
export class MatchReportProcessor implements JobHandler<'match-report'> {
  constructor(private readonly matching: Matching) {}

  handle({ organisationId, reportId, revision }: JobPayloads['match-report']): Promise<void> {
    return this.matching.matchReport(organisationId, reportId, revision);
  }
}
