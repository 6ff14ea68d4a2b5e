import { Injectable, Logger } from '@nestjs/common';
import { Reports, type MatchableReport } from '@athar/cases';
import { Database } from '@athar/persistence';
import { JobProducer, type JobPayloads } from '@athar/queue';
import { Registry } from '@athar/registry';
import { EntryPairing } from '../entry-pairs/entry-pairing.js';
import { readChangedShelf, type ChangedShelf } from './changed-shelf.js';
import { matchReportJob } from './jobs.js';
import type { LiveShelf } from './live-shelf.js';
import type { LockedReport } from './locked-report.js';
import { isMatched, type MatchMarks } from './match-marks.js';
import { PairMatcher } from './pair-matcher.js';
import { RegistryIndex } from './registry-index.js';
import { shareDone } from './report-counts.js';

/** Reports a job. */
const CHUNK = 500;

type Payload = JobPayloads['match-entries'];

/** Matches every open report against the entries that an import changed, a chunk of reports a job. */
@Injectable()
export class EntriesMatching {
  private readonly logger = new Logger('candidates');
  /** The last shelf read: the chunks of one import follow each other. */
  private kept: { key: string; shelf: Promise<ChangedShelf> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly index: RegistryIndex,
    private readonly registry: Registry,
    private readonly matcher: PairMatcher,
    private readonly reports: Reports,
    private readonly jobs: JobProducer,
    private readonly entryPairing: EntryPairing,
  ) {}

  /**
   * Does one chunk and queues the next; the first also asks for pairs of entries. Reports that were matched against everything before
   * `fromRevision`, by the names that are counted now, need only the changed entries; the others are queued to be matched whole. Safe
   * to repeat: what was matched already is passed over.
   *
   * @param progress is told which share of all open reports is behind us, 0 to 1.
   * @param chunkSize reports a chunk.
   */
  async matchEntries(
    payload: Payload,
    progress: (done: number) => Promise<void>,
    chunkSize = CHUNK,
  ): Promise<void> {
    const from = BigInt(payload.fromRevision);
    const to = BigInt(payload.toRevision);
    if (payload.chunk === 0) await this.entryPairing.askIfBehind();
    const reports = await this.reports.openForMatching(payload.afterReportId, chunkSize);
    const pending = reports.filter((report) => !isMatched(report, to));
    const whole = await this.index.catchUp();
    const light = pending.filter((report) => isLight(report, from, whole.model));
    if (light.length > 0) await this.matchChunk(light, from, to, whole);
    for (const report of pending) {
      if (!light.includes(report)) await this.jobs.add(...matchReportJob(report, to));
    }
    await this.goOn(payload, reports, chunkSize, progress);
  }

  private async matchChunk(
    reports: MatchableReport[],
    from: bigint,
    to: bigint,
    whole: LiveShelf,
  ): Promise<void> {
    const shelf = await this.shelfOf(from, to, whole);
    const accept = (now: LockedReport) => isLight(now, from, shelf.model) && !isMatched(now, to);
    await this.matcher.match(reports, shelf, { among: shelf.changed, accept });
  }

  private async goOn(
    payload: Payload,
    reports: readonly MatchableReport[],
    chunkSize: number,
    progress: (done: number) => Promise<void>,
  ): Promise<void> {
    const last = reports.at(-1)?.id;
    const done = await this.database.asMatcher((manager) => shareDone(manager, last));
    const { fromRevision, toRevision, chunk } = payload;
    await progress(done);
    this.logger.log({ message: 'New entries matched', fromRevision, toRevision, chunk, done });
    if (last === undefined || reports.length < chunkSize) {
      this.kept = undefined;
      return;
    }
    await this.jobs.add(
      'match-entries',
      { fromRevision, toRevision, afterReportId: last, chunk: chunk + 1 },
      { id: `entries-${fromRevision}-${toRevision}-c${chunk + 1}` },
    );
  }

  private async shelfOf(from: bigint, to: bigint, whole: LiveShelf): Promise<ChangedShelf> {
    const key = `${from}-${to} ${whole.model}`;
    if (this.kept?.key !== key) {
      this.kept = { key, shelf: readChangedShelf(this.registry, from, to, whole) };
    }
    try {
      return await this.kept.shelf;
    } catch (error) {
      this.kept = undefined;
      throw error;
    }
  }
}

/** True where what is stored of a report's other pairs is as good as new. */
function isLight(marks: MatchMarks, from: bigint, model: string): boolean {
  return isMatched(marks, from) && marks.matchedModel === model;
}
