import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Database } from '@athar/persistence';
import { JobNotFound, JobProducer, type FailedJob, type QueueName } from '@athar/queue';

/** Failures are few; more than this at once are a broken house, which the count need not measure. */
const MOST = 1000;

/** The jobs that were given up and concern one organisation, or the registry that all share. */
@Injectable()
export class FailedJobs {
  constructor(
    private readonly jobs: JobProducer,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /** The newest first. @throws RoleMissing, QueueUnavailable */
  async list(actor: Actor, limit: number): Promise<FailedJob[]> {
    requireRole(actor, 'coordinator');
    return (await this.find(actor)).slice(0, limit);
  }

  /** How many there are, up to a thousand. @throws QueueUnavailable */
  async count(actor: Actor): Promise<number> {
    return (await this.find(actor)).length;
  }

  /**
   * Tries one again, also one that failed for good.
   *
   * @throws RoleMissing, JobNotFound also for another organisation's, JobNotFailed, QueueUnavailable
   */
  async retry(actor: Actor, queue: QueueName, id: string): Promise<void> {
    requireRole(actor, 'coordinator');
    const found = (await this.find(actor, queue)).some((job) => job.id === id);
    if (!found) throw new JobNotFound();
    await this.jobs.retryFailed(queue, id);
    await this.database.inOrganisation(actor.organisationId, (manager) =>
      this.audit.record(manager, {
        organisationId: actor.organisationId,
        memberId: actor.memberId,
        action: 'job.retried',
        subjectType: 'job',
        detail: { queue, id },
      }),
    );
  }

  private async find(actor: Actor, queue?: QueueName): Promise<FailedJob[]> {
    const all = await this.jobs.listFailed({ limit: MOST, ...(queue ? { queue } : {}) });
    return all.filter(({ payload }) => {
      const owner = 'organisationId' in payload ? payload.organisationId : undefined;
      return owner === undefined || owner === actor.organisationId;
    });
  }
}
