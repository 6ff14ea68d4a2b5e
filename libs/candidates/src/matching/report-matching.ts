import { Injectable, Logger } from '@nestjs/common';
import { Reports } from '@athar/cases';
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
  ) {}

  /**
   * Matches one report, as it is now, against the whole registry. A report that is gone or
   * withdrawn is passed over. Doing it twice, or twice at once, changes nothing the second time. While
   * many entries are being indexed, a new one is matched against those before them; the batch or the
   * sweep does the rest.
   *
   * @param revision the report's match revision that was asked for; a newer one is matched instead.
   */
  async matchReport(organisationId: string, reportId: string, revision: number): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const report = await this.reports.forMatching(organisationId, reportId);
      if (!report) return;
      const isNew = report.matchedRevision === 0;
      const shelf = isNew ? await this.index.soon() : await this.index.catchUp();
      if (isMatched(report, shelf.revision)) return;
      const { revision: registryRevision } = shelf;
      const accept = (now: LockedReport) => !isMatched(now, registryRevision);
      const matched = await this.matcher.match([report], shelf, { accept });
      if (matched.length > 0) {
        this.logger.debug({ message: 'Report matched', reportId, revision });
        return;
      }
    }
  }
}
