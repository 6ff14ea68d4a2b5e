import { Injectable } from '@nestjs/common';
import { requireRole, type Actor } from '@athar/access';
import { MODEL_VERSION } from '@athar/matching';
import { Database } from '@athar/persistence';
import { Registry } from '@athar/registry';
import { countUnpaired } from '../entry-pairs/count-unpaired.js';
import { FailedJobs } from '../jobs/failed-jobs.js';
import { countReports, type ReportCounts } from './report-counts.js';

/** How far the matching of an organisation's reports has come. Tells nothing of what was found. */
export interface MatchingState {
  /** Newest revision of the registry, a whole number as text. */
  registryRevision: string;
  reports: ReportCounts;
  /** Entries of the whole registry that were not yet looked at for pairs of records. */
  entries: { waiting: number };
  /** Jobs that concern the organisation and were given up. */
  failedJobs: number;
  /** Version of everything that makes a score. */
  model: string;
}

/** Tells operators how far matching has come. */
@Injectable()
export class MatchingProgress {
  constructor(
    private readonly database: Database,
    private readonly registry: Registry,
    private readonly failedJobs: FailedJobs,
  ) {}

  /** @throws RoleMissing, QueueUnavailable */
  async read(actor: Actor): Promise<MatchingState> {
    requireRole(actor, 'coordinator', 'steward', 'reviewer');
    const current = await this.registry.currentRevision();
    const reports = await this.database.inOrganisation(actor.organisationId, (manager) =>
      countReports(manager, current),
    );
    return {
      registryRevision: current.toString(),
      reports,
      entries: { waiting: await this.database.asMatcher(countUnpaired) },
      failedJobs: await this.failedJobs.count(actor),
      model: MODEL_VERSION,
    };
  }
}
