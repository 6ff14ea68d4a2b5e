import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@athar/persistence';
import { JobProducer, QUEUES, type AddOutcome } from '@athar/queue';
import { Registry, matchEntriesJob } from '@athar/registry';
import { EntryPairing } from '../entry-pairs/entry-pairing.js';
import { countLagging } from './batch/lagging.js';
import { EvidenceSealing } from './evidence-sealing.js';
import { SWEPT_PRIORITY, compareReportJob, matchReportJob } from './jobs.js';
import { findUnmatched, type UnmatchedReport } from './unmatched.js';

/** Jobs of reports that may wait at once. */
const MOST = 5000;
const PAGE = 5000;
const GRACE_SECONDS = 5;
/** Matched together, so many cost a fraction of what they cost one by one. */
const MANY = 200;

interface Asked {
  graceSeconds: number;
  most: number;
  /** The registry's revision. */
  current: bigint;
  /** What lags is left to a batch. */
  inBatch: boolean;
}

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
    private readonly sealing: EvidenceSealing,
  ) {}

  /**
   * Queues unfinished reports and retries passing failures. Reports that lag behind the registry or the
   * model are queued one by one while they are few, and as a batch where they are many.
   *
   * @param graceSeconds reports edited more recently are left to their own jobs.
   * @param most so many jobs of reports may wait at once.
   * @param many so many that lag are a batch.
   */
  async sweep(graceSeconds = GRACE_SECONDS, most = MOST, many = MANY): Promise<Swept> {
    let retried = 0;
    let batchRetried = 0;
    for (const queue of QUEUES) {
      if (queue === 'sweep') continue;
      const count = await this.jobs.retryFailedUnlessPermanent(queue);
      retried += count;
      if (queue === 'match-entries' || queue === 'match-chunk') batchRetried += count;
    }
    await this.entryPairing.askIfBehind();
    const current = await this.registry.currentRevision();
    const inBatch = await this.isInBatch(current, batchRetried, many);
    const queued = await this.queueUnmatched({ graceSeconds, most, current, inBatch });
    if (queued + retried > 0) this.logger.log({ message: 'Swept', queued, retried });
    // Last: it may take long the first time, and nobody waits for it.
    await this.sealing.sealAll();
    return { queued, retried };
  }

  /**
   * Whether a batch under way, or one that is asked for here, will reach what lags. One that waits to be
   * tried again or was given up promises nothing.
   */
  private async isInBatch(current: bigint, retried: number, many: number): Promise<boolean> {
    const counts = await this.jobs.counts();
    const parts = [counts['match-entries'], counts['match-chunk']];
    if (retried === 0 && parts.some(({ waiting, active }) => waiting + active > 0)) return true;
    if (parts.some(({ failed, delayed }) => failed + delayed > 0)) return false;
    const { reports, from } = await this.database.asMatcher((manager) =>
      countLagging(manager, current),
    );
    if (reports < many) return false;
    await this.jobs.add(...matchEntriesJob({ first: from + 1n, last: current }));
    return true;
  }

  private async queueUnmatched({ graceSeconds, most, current, inBatch }: Asked): Promise<number> {
    const pending = await Promise.all(
      (['match-report', 'compare-report'] as const).map((queue) => this.jobs.pendingCount(queue)),
    );
    const room = most - pending.reduce((sum, count) => sum + count, 0);
    const registryRevision = inBatch ? undefined : current;
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
      if ((await this.queueOne(report, registryRevision)) !== 'given-up') queued += 1;
    }
    return queued;
  }

  /** One that is only to be compared with other reports is not matched alone: a batch may be under way to it. */
  private queueOne(report: UnmatchedReport, registryRevision: bigint): Promise<AddOutcome> {
    const priority = SWEPT_PRIORITY;
    if (report.compareOnly) {
      const { id, organisationId, matchRevision } = report;
      const [queue, payload, options] = compareReportJob(organisationId, id, matchRevision);
      return this.jobs.add(queue, payload, { ...options, priority });
    }
    const [queue, payload, options] = matchReportJob(report, registryRevision);
    return this.jobs.add(queue, payload, { ...options, priority });
  }
}
