import { Injectable } from '@nestjs/common';
import type { JobPayloads } from '@athar/queue';
import { DuplicateMatching } from '../duplicates/duplicate-matching.js';
import { EntryPairing } from '../entry-pairs/entry-pairing.js';
import { EntriesMatching } from './entries-matching.js';
import { MatchingSweep, type Swept } from './matching-sweep.js';
import { ReportMatching } from './report-matching.js';

/** What the jobs of matching call. Everything here may be done twice and killed at any point. */
@Injectable()
export class Matching {
  constructor(
    private readonly ofReport: ReportMatching,
    private readonly ofEntries: EntriesMatching,
    private readonly sweeper: MatchingSweep,
    private readonly duplicates: DuplicateMatching,
    private readonly entryPairing: EntryPairing,
  ) {}

  /** See {@link ReportMatching.matchReport} and then {@link DuplicateMatching.match}. */
  async matchReport(organisationId: string, reportId: string, revision: number): Promise<void> {
    await this.ofReport.matchReport(organisationId, reportId, revision);
    await this.duplicates.match(organisationId, reportId);
  }

  /** See {@link EntryPairing.pairChunk}. */
  pairEntries(progress: (done: number) => Promise<void>, chunkSize?: number): Promise<void> {
    return this.entryPairing.pairChunk(progress, chunkSize);
  }

  /** See {@link EntriesMatching.matchEntries}. */
  matchEntries(
    payload: JobPayloads['match-entries'],
    progress: (done: number) => Promise<void>,
    chunkSize?: number,
  ): Promise<void> {
    return this.ofEntries.matchEntries(payload, progress, chunkSize);
  }

  /** See {@link MatchingSweep.sweep}. */
  sweep(graceSeconds?: number, most?: number): Promise<Swept> {
    return this.sweeper.sweep(graceSeconds, most);
  }
}
