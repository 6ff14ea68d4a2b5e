import { Injectable } from '@nestjs/common';
import { Database, KeyRing, type Seal } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import type { MatchableReport, ReviewableReport } from './report.js';
import { toMatchable, toReviewable, type ReportRow } from './report-rows.js';

/** What a report was compared with. */
export interface MatchedAgainst {
  matchRevision: number;
  registryRevision: bigint;
  model: string;
}

/** Reports as matching and reviewing read them. Withdrawn ones are never matched. */
@Injectable()
export class Reports {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
  ) {}

  /**
   * Open reports of all organisations, opened, in the order of their ids; the matcher's role.
   *
   * @param afterId the last id seen, null to begin.
   */
  openForMatching(afterId: string | null, limit: number): Promise<MatchableReport[]> {
    return this.database.asMatcher(async (manager) => {
      const rows = await manager.query<ReportRow[]>(
        `SELECT * FROM reports WHERE state = 'open' AND ($1::uuid IS NULL OR id > $1)
         ORDER BY id LIMIT $2`,
        [afterId, limit],
      );
      return this.open(manager, rows, toMatchable);
    });
  }

  /** One report for matching, undefined where it is unknown or withdrawn; the matcher's role. */
  forMatching(organisationId: string, reportId: string): Promise<MatchableReport | undefined> {
    return this.database.asMatcher(async (manager) => {
      const rows = await manager.query<ReportRow[]>(
        `SELECT * FROM reports WHERE organisation_id = $1 AND id = $2 AND state = 'open'`,
        [organisationId, reportId],
      );
      return (await this.open(manager, rows, toMatchable))[0];
    });
  }

  /**
   * Notes what a report was compared with, in the matcher's transaction that wrote the candidates.
   * A worker that comes late with an older revision changes nothing.
   */
  async markMatched(
    manager: EntityManager,
    reportId: string,
    { matchRevision, registryRevision, model }: MatchedAgainst,
  ): Promise<void> {
    await manager.query(
      `UPDATE reports SET matched_revision = $2, matched_registry_revision = $3, matched_model = $4
       WHERE id = $1 AND match_revision >= $2 AND (matched_revision < $2
         OR (matched_revision = $2
           AND (matched_registry_revision <= $3 OR matched_model IS DISTINCT FROM $4)))`,
      [reportId, matchRevision, registryRevision.toString(), model],
    );
  }

  /** Reports opened beside their candidates, in the caller's transaction; unknown ids are left out. */
  async forReview(
    manager: EntityManager,
    reportIds: readonly string[],
  ): Promise<ReviewableReport[]> {
    const rows = await manager.query<ReportRow[]>('SELECT * FROM reports WHERE id = ANY($1)', [
      reportIds,
    ]);
    return this.open(manager, rows, toReviewable);
  }

  private async open<View>(
    manager: EntityManager,
    rows: readonly ReportRow[],
    toView: (seal: Seal, row: ReportRow) => View,
  ): Promise<View[]> {
    const views: View[] = [];
    for (const row of rows) {
      views.push(toView(await this.keyRing.ofOrganisation(manager, row.organisation_id), row));
    }
    return views;
  }
}
