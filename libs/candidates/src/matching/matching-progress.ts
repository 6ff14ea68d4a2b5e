import { Injectable } from '@nestjs/common';
import { requireRole, type Actor } from '@athar/access';
import { MODEL_VERSION } from '@athar/matching';
import { Database } from '@athar/persistence';
import { Registry } from '@athar/registry';
import type { EntityManager } from 'typeorm';
import { DuplicateKind } from '../duplicates/duplicate-kind.js';
import { countUnpaired } from '../entry-pairs/count-unpaired.js';
import { EntryPairKind } from '../entry-pairs/entry-pair-kind.js';
import { FailedJobs } from '../jobs/failed-jobs.js';
import { selectCandidates } from '../judging/candidate-row.js';
import { hiddenSql } from '../judging/held.js';
import { countPairs, type PairCounts } from '../judging/pair-counts.js';
import { readRuns, type MatchingRun } from './matching-runs.js';
import { countReports, type ReportCounts } from './report-counts.js';

/** What matching has put before an organisation's reviewers. */
export interface PairsState {
  /** Pairs of a report and an entry. */
  candidates: PairCounts;
  duplicates: PairCounts;
  /** Shared by all organisations. */
  entryPairs: PairCounts;
  /** How the latest runs of matching changed the queue of pairs of a report and an entry, newest first. */
  runs: MatchingRun[];
}

/** How far the matching of an organisation's reports has come. Tells of no case what was found. */
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
  /** For reviewers and stewards; null for others: who sits with families learns of no open pair. */
  pairs: PairsState | null;
}

/** Tells operators how far matching has come. */
@Injectable()
export class MatchingProgress {
  constructor(
    private readonly database: Database,
    private readonly registry: Registry,
    private readonly failedJobs: FailedJobs,
    private readonly duplicates: DuplicateKind,
    private readonly entryPairs: EntryPairKind,
  ) {}

  /** @throws RoleMissing, QueueUnavailable */
  async read(actor: Actor): Promise<MatchingState> {
    requireRole(actor, 'coordinator', 'steward', 'reviewer');
    const current = await this.registry.currentRevision();
    const { reports, pairs } = await this.database.inOrganisation(
      actor.organisationId,
      async (manager) => ({
        reports: await countReports(manager, current),
        pairs: mayCountPairs(actor) ? await this.pairs(manager, actor) : null,
      }),
    );
    return {
      registryRevision: current.toString(),
      reports,
      entries: { waiting: await this.database.asMatcher(countUnpaired) },
      failedJobs: await this.failedJobs.count(actor),
      model: MODEL_VERSION,
      pairs,
    };
  }

  private async pairs(manager: EntityManager, actor: Actor): Promise<PairsState> {
    return {
      candidates: await countPairs(manager, actor, selectCandidates, hiddenSql),
      duplicates: await countPairs(manager, actor, this.duplicates.select, 'hidden'),
      entryPairs: await countPairs(manager, actor, this.entryPairs.select, 'hidden'),
      runs: await readRuns(manager),
    };
  }
}

function mayCountPairs({ roles }: Actor): boolean {
  return roles.includes('reviewer') || roles.includes('steward');
}
