import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@athar/persistence';
import { JobProducer, QUEUES } from '@athar/queue';
import { Registry } from '@athar/registry';
import { matchReportJob } from './jobs.js';
import { findUnmatched } from './unmatched.js';

const BATCH = 5000;
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
  ) {}

  /**
   * Queues unfinished reports, at most so many that 5,000 wait, and retries passing failures.
   *
   * @param graceSeconds reports edited more recently are left to their own jobs.
   */
  async sweep(graceSeconds = GRACE_SECONDS): Promise<Swept> {
    let retried = 0;
    for (const queue of QUEUES) {
      if (queue !== 'sweep') retried += await this.jobs.retryFailedUnlessPermanent(queue);
    }
    const queued = await this.queueUnmatched(graceSeconds);
    if (queued + retried > 0) this.logger.log({ message: 'Swept', queued, retried });
    return { queued, retried };
  }

  private async queueUnmatched(graceSeconds: number): Promise<number> {
    const room = BATCH - (await this.jobs.pendingCount('match-report'));
    if (room <= 0) return 0;
    const current = await this.registry.currentRevision();
    // While new entries go through the reports, most reports lag behind and will be reached.
    const underway = (await this.jobs.pendingCount('match-entries')) > 0;
    const unmatched = await this.database.asMatcher((manager) =>
      findUnmatched(manager, {
        registryRevision: underway ? undefined : current,
        graceSeconds,
        limit: room,
      }),
    );
    for (const report of unmatched) await this.jobs.add(...matchReportJob(report, current));
    return unmatched.length;
  }
}
