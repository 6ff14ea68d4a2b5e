import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail, type AuditEvent } from '@athar/access';
import { Reports, type MatchableReport } from '@athar/cases';
import { Database, KeyRing } from '@athar/persistence';
import { leavingEvent } from './left-pairs.js';
import { countIntoRun, queueChanges, type RunKey } from './matching-runs.js';
import { lockPairs, readDecided } from './stored-pairs.js';
import { lockReports, type LockedReport } from './locked-report.js';
import { planChanges, sameMaterial, type StoredPair, type WeighedPair } from './plan-changes.js';
import { toReportRecord } from './report-record.js';
import { isFull, searchShelf, type Shelf } from './shelf.js';
import { writeChanges, type ReportChanges } from './write-changes.js';

export interface MatchScope {
  /** Only these entries were searched: pairs with others are left as they are. Left out: all were. */
  among?: ReadonlySet<string>;
  /** Looks at a report under its lock; false leaves it as it is. */
  accept: (report: LockedReport) => boolean;
}

interface Searched {
  report: MatchableReport;
  found: WeighedPair[];
}

/** Matches reports against a shelf of entries and writes what came of it, all or nothing. */
@Injectable()
export class PairMatcher {
  constructor(
    private readonly database: Database,
    private readonly reports: Reports,
    private readonly audit: AuditTrail,
    private readonly keyRing: KeyRing,
  ) {}

  /**
   * @returns the ids of the reports that are matched now. The others were withdrawn, edited or
   * matched by someone else since they were read, or not accepted.
   */
  async match(
    reports: readonly MatchableReport[],
    shelf: Shelf,
    scope: MatchScope,
  ): Promise<string[]> {
    if (reports.length === 0) return [];
    // Taken before the search: whatever comes in later may be found already, and is found again.
    const { revision, model } = shelf;
    const searched = await this.search(reports, shelf);
    return this.database.asMatcher(async (manager) => {
      const ids = reports.map(({ id }) => id);
      const locked = await lockReports(manager, ids);
      const accepted = searched.filter(({ report }) => {
        const now = locked.get(report.id);
        return now?.open && now.matchRevision === report.matchRevision && scope.accept(now);
      });
      const changes = await this.plan(manager, accepted, { ...scope, shelf, model });
      await writeChanges(manager, model, changes);
      const matched = accepted.map(({ report }) => report);
      await this.reports.markMatched(manager, matched, { registryRevision: revision, model });
      await this.tell(manager, { revision, model }, changes);
      return matched.map(({ id }) => id);
    });
  }

  private async search(reports: readonly MatchableReport[], shelf: Shelf): Promise<Searched[]> {
    const ids = reports.map(({ id }) => id);
    const decided = await this.database.asMatcher((manager) => readDecided(manager, ids));
    const searched: Searched[] = [];
    for (const report of reports) {
      const exclude = unchanged(decided.get(report.id) ?? [], report, shelf);
      const record = toReportRecord(report.id, report.document);
      searched.push({ report, found: searchShelf(shelf, record, exclude) });
      // A search fills the thread for long; the renewal of the job's lock gets its turn here.
      await setImmediate();
    }
    return searched;
  }

  private async plan(
    manager: EntityManager,
    searched: readonly Searched[],
    { shelf, model, among }: { shelf: Shelf; model: string; among?: ReadonlySet<string> },
  ): Promise<ReportChanges[]> {
    const ids = searched.map(({ report }) => report.id);
    const stored = await lockPairs(manager, ids, among);
    const changes: ReportChanges[] = [];
    for (const { report, found } of searched) {
      const { id: reportId, organisationId, fingerprint: reportFingerprint } = report;
      const current = {
        modelVersion: model,
        reportFingerprint,
        materialOf: (entryId: string) => shelf.materials.get(entryId),
        full: isFull(found),
      };
      const seal = await this.keyRing.ofOrganisation(manager, organisationId);
      const ofReport = planChanges(stored.get(reportId) ?? [], found, current);
      changes.push({ reportId, organisationId, seal, reportFingerprint, changes: ofReport });
    }
    return changes;
  }

  /** Counts what came and left, and records what nobody asked for: pairs that return or leave. */
  private async tell(manager: EntityManager, run: RunKey, reports: readonly ReportChanges[]) {
    const changed = queueChanges(reports);
    for (const change of changed) await countIntoRun(manager, run, change);
    const left = changed
      .filter((change) => change.left.length > 0)
      .map((change) => leavingEvent(change.organisationId, 'candidate', run.model, change.left));
    const events = [...returningEvents(reports), ...left];
    // Each holds its organisation's chain until commit: always in the same order.
    events.sort((a, b) => (a.organisationId < b.organisationId ? -1 : 1));
    for (const event of events) await this.audit.record(manager, event);
  }
}

function returningEvents(reports: readonly ReportChanges[]): AuditEvent[] {
  return reports.flatMap(({ organisationId, changes }) =>
    changes.flatMap((change) =>
      change.kind === 'renew'
        ? [
            {
              organisationId,
              action: 'candidate.returned',
              subjectType: 'candidate',
              subjectId: change.id,
            },
          ]
        : [],
    ),
  );
}

/** Entries that need not be looked at: confirmed, or decided on the very same two records. */
function unchanged(
  decided: readonly StoredPair[],
  { fingerprint }: MatchableReport,
  shelf: Shelf,
): ReadonlySet<string> {
  const sides = {
    reportFingerprint: fingerprint,
    materialOf: (entryId: string) => shelf.materials.get(entryId),
  };
  const settled = decided.filter((pair) => pair.state === 'confirmed' || sameMaterial(pair, sides));
  return new Set(settled.map(({ entryId }) => entryId));
}
