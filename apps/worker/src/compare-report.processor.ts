import { Injectable } from '@nestjs/common';
import { Matching } from '@athar/candidates';
import { Processes, type JobHandler, type JobPayloads } from '@athar/queue';

/** Looks for other reports on the same person. */
@Injectable()
@Processes('compare-report')
export class CompareReportProcessor implements JobHandler<'compare-report'> {
  constructor(private readonly matching: Matching) {}

  handle({ organisationId, reportId }: JobPayloads['compare-report']): Promise<void> {
    return this.matching.compareReport(organisationId, reportId);
  }
}
