import { Injectable, Logger } from '@nestjs/common';
import { Reports, type MatchableReport } from '@athar/cases';
import { describeError } from '@athar/diagnostics';
import { JobProducer } from '@athar/queue';
import { matchReportJob } from './jobs.js';
import type { LockedReport } from './locked-report.js';
import { isMatched } from './match-marks.js';
import { PairMatcher } from './pair-matcher.js';
import { RegistryIndex } from './registry-index.js';

/** An edit may come between reading and writing; more than a few in a row are left to their own jobs. */
const TRIES = 3;

/** Matches one report against the whole registry. */
@Injectable()
export class ReportMatching {
  private readonly logger = new Logger('candidates');

  constructor(
    private readonly index: RegistryIndex,
    private readonly matcher: PairMatcher,
    private readonly reports: Reports,
    private readonly jobs: JobProducer,
  ) {}

  /**
   * Matches one report, as it is now, against the whole registry. A report that is gone or
   * withdrawn is passed over. Doing it twice, or twice at once, changes nothing the second time. While
   * many entries are being indexed, a new one is matched against those before them, and queued again when
   * all are there.
   *
   * @param revision the report's match revision that was asked for; a newer one is matched instead.
   */
  async matchReport(organisationId: string, reportId: string, revision: number): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const report = await this.reports.forMatching(organisationId, reportId);
      if (!report) return;
      const { shelf, whole } = await this.shelfFor(report);
      if (isMatched(report, shelf.revision)) return;
      const { revision: registryRevision } = shelf;
      const accept = (now: LockedReport) => !isMatched(now, registryRevision);
      const matched = await this.matcher.match([report], shelf, { accept });
      if (matched.length > 0) {
        this.logger.debug({ message: 'Report matched', reportId, revision, whole });
        // Not awaited: it would keep the place of a report that nobody has looked at yet.
        if (!whole) void this.askAgain(report);
        return;
      }
    }
  }

  private async shelfFor({ matchedRevision }: MatchableReport) {
    if (matchedRevision === 0) return this.index.soon();
    return { shelf: await this.index.catchUp(), whole: true };
  }

  private async askAgain(report: MatchableReport): Promise<void> {
    try {
      const { revision } = await this.index.catchUp();
      await this.jobs.addOrLeaveToSweep(...matchReportJob(report, revision));
    } catch (error) {
      this.logger.warn({ message: 'Left to the sweep', error: describeError(error) });
    }
  }
}
