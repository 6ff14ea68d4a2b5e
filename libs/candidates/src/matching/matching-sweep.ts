import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@athar/persistence';
import { JobProducer, QUEUES } from '@athar/queue';
import { Registry } from '@athar/registry';
import { EntryPairing } from '../entry-pairs/entry-pairing.js';
import { matchReportJob } from './jobs.js';
import { findUnmatched, type UnmatchedReport } from './unmatched.js';

/** Jobs of reports that may wait at once. */
const MOST = 5000;
const PAGE = 5000;
const GRACE_SECONDS = 5;

/** What a sweep put back. */
export interface Swept {
  /** Reports queued to be matched. */
  queued: number;
  /** Jobs that had failed and are tried again. */
  retried: number;
}

/** Finds matching that was asked for and never done: a job lost between commit and queue, a new model. */
@Injectable()
export class MatchingSweep {
  private readonly logger = new Logger('candidates');

  constructor(
    private readonly database: Database,
    private readonly registry: Registry,
    private readonly jobs: JobProducer,
    private readonly entryPairing: EntryPairing,
  ) {}

  /**
   * Queues unfinished reports and retries passing failures.
   *
   * @param graceSeconds reports edited more recently are left to their own jobs.
   * @param most so many jobs of reports may wait at once.
   */
  async sweep(graceSeconds = GRACE_SECONDS, most = MOST): Promise<Swept> {
    let retried = 0;
    let entriesRetried = 0;
    for (const queue of QUEUES) {
      if (queue === 'sweep') continue;
      const count = await this.jobs.retryFailedUnlessPermanent(queue);
      retried += count;
      if (queue === 'match-entries') entriesRetried = count;
    }
    const underway = entriesRetried === 0 && (await this.entriesUnderway());
    await this.entryPairing.askIfBehind();
    const queued = await this.queueUnmatched(graceSeconds, most, underway);
    if (queued + retried > 0) this.logger.log({ message: 'Swept', queued, retried });
    return { queued, retried };
  }

  /**
   * While new entries go through the reports, most reports lag behind and will be reached. A chunk
   * that waits to be tried again promises nothing: what lags is not left to it.
   */
  private async entriesUnderway(): Promise<boolean> {
    const { waiting, active } = (await this.jobs.counts())['match-entries'];
    return waiting + active > 0;
  }

  private async queueUnmatched(
    graceSeconds: number,
    most: number,
    underway: boolean,
  ): Promise<number> {
    const room = most - (await this.jobs.pendingCount('match-report'));
    const current = await this.registry.currentRevision();
    const registryRevision = underway ? undefined : current;
    let queued = 0;
    let after: UnmatchedReport | undefined;
    while (queued < room) {
      const filter = { registryRevision, graceSeconds, limit: PAGE, after };
      const page = await this.database.asMatcher((manager) => findUnmatched(manager, filter));
      queued += await this.queue(page, current, room - queued);
      after = page.at(-1);
      if (page.length < PAGE) break;
    }
    return queued;
  }

  /** Jobs that were given up for good take no place from the reports behind them. */
  private async queue(
    reports: readonly UnmatchedReport[],
    registryRevision: bigint,
    room: number,
  ): Promise<number> {
    let queued = 0;
    for (const report of reports) {
      if (queued === room) break;
      const outcome = await this.jobs.add(...matchReportJob(report, registryRevision));
      if (outcome !== 'given-up') queued += 1;
    }
    return queued;
  }
}
