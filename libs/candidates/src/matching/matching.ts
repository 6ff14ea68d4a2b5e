import { Injectable } from '@nestjs/common';
import { JobProducer, type JobPayloads } from '@athar/queue';
import { DuplicateMatching } from '../duplicates/duplicate-matching.js';
import { EntryPairing } from '../entry-pairs/entry-pairing.js';
import { BatchMatching } from './batch/batch-matching.js';
import { compareReportJob } from './jobs.js';
import { MatchingSweep, type Swept } from './matching-sweep.js';
import { RegistryIndex } from './registry-index.js';
import { ReportMatching } from './report-matching.js';

/** What the jobs of matching call. Everything here may be done twice and killed at any point. */
@Injectable()
export class Matching {
  constructor(
    private readonly ofReport: ReportMatching,
    private readonly batch: BatchMatching,
    private readonly sweeper: MatchingSweep,
    private readonly duplicates: DuplicateMatching,
    private readonly entryPairing: EntryPairing,
    private readonly jobs: JobProducer,
    private readonly index: RegistryIndex,
  ) {}

  /** Reads what changed in the registry since the last time: whoever does so often spares reports the wait. */
  async followRegistry(): Promise<void> {
    await this.index.readAhead();
  }

  /**
   * See {@link ReportMatching.matchReport}. Other reports are looked for in a job of its own: the first
   * of an organisation has all of its reports read, for which nobody's candidates should wait.
   */
  async matchReport(organisationId: string, reportId: string, revision: number): Promise<void> {
    await this.ofReport.matchReport(organisationId, reportId, revision);
    await this.jobs.addOrLeaveToSweep(...compareReportJob(organisationId, reportId, revision));
  }

  /** See {@link DuplicateMatching.match}. The registry comes first: candidates are waited for, other reports are not. */
  async compareReport(organisationId: string, reportId: string): Promise<void> {
    // A registry that cannot be read says nothing of other reports.
    await this.index.catchUp().catch(() => undefined);
    return this.duplicates.match(organisationId, reportId);
  }

  /** See {@link EntryPairing.pairChunk}. */
  pairEntries(progress: (done: number) => Promise<void>, chunkSize?: number): Promise<void> {
    return this.entryPairing.pairChunk(progress, chunkSize);
  }

  /** See {@link BatchMatching.plan}. */
  planBatch(batch: JobPayloads['match-entries'], chunkSize?: number): Promise<number> {
    return this.batch.plan(batch, chunkSize);
  }

  /** See {@link BatchMatching.matchChunk}. */
  matchChunk(chunk: JobPayloads['match-chunk']): Promise<string[]> {
    return this.batch.matchChunk(chunk);
  }

  /** See {@link BatchMatching.end}. */
  endBatch(batch: JobPayloads['end-matching']): Promise<void> {
    return this.batch.end(batch);
  }

  /** See {@link MatchingSweep.sweep}. */
  sweep(graceSeconds?: number, most?: number, many?: number): Promise<Swept> {
    return this.sweeper.sweep(graceSeconds, most, many);
  }
}
