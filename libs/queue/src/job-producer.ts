import { Injectable, Logger } from '@nestjs/common';
import { describeError } from '@athar/diagnostics';
import { JobNotFailed, JobNotFound, QueueUnavailable } from './errors.js';
import { describeFailed, passingFailures, retry, type FailedJob } from './failed-jobs.js';
import { readReason } from './job-failure.js';
import { jobNode, type AddOptions, type JobToAdd } from './job-node.js';
import { QUEUES, type JobCounts, type JobPayloads, type QueueName } from './jobs.js';
import { OpenQueues } from './open-queues.js';

/**
 * What became of an added job: `queued` (or it was queued already), `retried` (it had failed and
 * was put back), `given-up` (it has failed for good; only {@link JobProducer.retryFailed} revives
 * it).
 */
export type AddOutcome = 'queued' | 'retried' | 'given-up';

/** Puts work into the queues and tells how it goes. Any number of processes may do so at once. */
@Injectable()
export class JobProducer {
  private readonly logger = new Logger('queue');

  constructor(private readonly queues: OpenQueues) {}

  /**
   * Queues a job. The same id is never there twice: while a job waits, runs or was given up, adding
   * it again changes nothing, except that a passing failure is tried anew.
   * @throws InvalidJobId, QueueUnavailable (within seconds)
   */
  async add<Q extends QueueName>(
    queue: Q,
    payload: JobPayloads[Q],
    { id, ...rest }: AddOptions,
  ): Promise<AddOutcome> {
    const { data, opts } = jobNode({ queue, payload, id, ...rest });
    return this.reach(async () => {
      const job = await this.queues.get(queue).add(queue, data, opts);
      if (!(await job.isFailed())) return 'queued';
      return (await this.retryUnlessPermanent(queue, id)) ? 'retried' : 'given-up';
    });
  }

  /**
   * For use after a commit, when it is too late to fail: queues a job, and where the queue is away
   * says so in the log and leaves the work to the sweep.
   * @returns whether the job reached the queue.
   */
  async addOrLeaveToSweep<Q extends QueueName>(
    queue: Q,
    payload: JobPayloads[Q],
    options: AddOptions,
  ): Promise<boolean> {
    try {
      await this.add(queue, payload, options);
      return true;
    } catch (error) {
      if (!(error instanceof QueueUnavailable)) throw error;
      this.logger.warn({ message: 'Left to the sweep', queue, error: describeError(error) });
      return false;
    }
  }

  /**
   * Queues jobs that any workers share, and one that comes when all of them are done: all at one
   * stroke, or none. Where a batch with the same last job is under way, nothing changes. Who divides the
   * same work in different ways must not do so twice at once: parts with the same id would be mixed.
   * @throws InvalidJobId, QueueUnavailable
   */
  async addBatch<Part extends QueueName, Last extends QueueName>(
    parts: readonly JobToAdd<Part>[],
    last: JobToAdd<Last>,
  ): Promise<void> {
    const nodes = parts.map((part) => jobNode(part));
    const flow = { ...jobNode(last), children: nodes };
    await this.reach(async () => {
      const known = await this.queues.get(last.queue).getJob(last.id);
      if (known === undefined) await this.queues.flows.add(flow);
    });
  }

  /** The newest failures, of one queue or of all; at most `limit`. */
  async listFailed(filter: { queue?: QueueName; limit: number }): Promise<FailedJob[]> {
    const names = filter.queue === undefined ? QUEUES : [filter.queue];
    return this.reach(async () => {
      const lists = await Promise.all(
        names.map(async (name) => {
          const jobs = await this.queues.get(name).getFailed(0, filter.limit - 1);
          return jobs.map((job) => describeFailed(name, job));
        }),
      );
      const newestFirst = lists.flat().sort((a, b) => +b.failedAt - +a.failedAt);
      return newestFirst.slice(0, filter.limit);
    });
  }

  /**
   * Tries a failed job again, also one that failed for good (someone may have mended the cause).
   * @throws JobNotFound, JobNotFailed, QueueUnavailable
   */
  async retryFailed(queue: QueueName, id: string): Promise<void> {
    await this.reach(async () => {
      const job = await this.queues.get(queue).getJob(id);
      if (job === undefined) throw new JobNotFound();
      if (!(await job.isFailed()) || !(await retry(job))) throw new JobNotFailed();
    });
  }

  /** Tries every failure again that is not permanent; gives how many. For the sweep. */
  async retryFailedUnlessPermanent(queue: QueueName): Promise<number> {
    return this.reach(async () => {
      let retried = 0;
      for (const job of await passingFailures(this.queues.get(queue))) {
        if (await retry(job)) retried += 1;
      }
      return retried;
    });
  }

  /** How many jobs of each queue are in which state. Doubles as a check that the queue answers. */
  async counts(): Promise<Record<QueueName, JobCounts>> {
    return this.reach(async () => {
      const entries = await Promise.all(
        QUEUES.map(async (name) => [name, await this.countsOf(name)] as const),
      );
      return Object.fromEntries(entries) as Record<QueueName, JobCounts>;
    });
  }

  /** How many jobs of a queue are still to be done: waiting, delayed or at hand. */
  async pendingCount(queue: QueueName): Promise<number> {
    const { waiting, active, delayed } = await this.reach(() => this.countsOf(queue));
    return waiting + active + delayed;
  }

  /** How far a job has come, 0 to 1; undefined where it is done or was never queued. */
  async progressOf(queue: QueueName, id: string): Promise<number | undefined> {
    const job = await this.reach(() => this.queues.get(queue).getJob(id));
    return typeof job?.progress === 'number' ? job.progress : undefined;
  }

  private async countsOf(name: QueueName): Promise<JobCounts> {
    const counts = await this.queues
      .get(name)
      .getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed');
    const of = (state: string) => counts[state] ?? 0;
    return {
      waiting: of('waiting') + of('prioritized'),
      active: of('active'),
      delayed: of('delayed'),
      failed: of('failed'),
    };
  }

  private async retryUnlessPermanent(queue: QueueName, id: string): Promise<boolean> {
    const job = await this.queues.get(queue).getJob(id);
    if (job === undefined || readReason(job.failedReason).permanent) return false;
    await retry(job);
    return true;
  }

  private async reach<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof JobNotFound || error instanceof JobNotFailed) throw error;
      throw new QueueUnavailable(error);
    }
  }
}
