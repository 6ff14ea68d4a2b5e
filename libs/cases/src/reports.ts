import { Injectable } from '@nestjs/common';
import { Database, KeyMissing, KeyRing, SealBroken, type Seal } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import type { MatchableReport, ReviewableReport } from './report.js';
import { toMatchable, toReviewable, type ReportRow } from './report-rows.js';

/** What reports were compared with. */
export interface MatchedAgainst {
  registryRevision: bigint;
  model: string;
}

/** Reports as far as they could be opened. */
export interface OpenedReports {
  /** In the order of their ids. */
  opened: MatchableReport[];
  /** Ids of those that could not. */
  broken: string[];
}

/** Reports as matching and reviewing read them. Withdrawn ones are never matched. */
@Injectable()
export class Reports {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
  ) {}

  /**
   * The open ones among some reports of any organisations, opened; the matcher's role. One that cannot
   * be opened is given apart: it must not stop the others.
   */
  allForMatching(ids: readonly string[]): Promise<OpenedReports> {
    return this.database.asMatcher(async (manager) => {
      const rows = await manager.query<ReportRow[]>(
        `SELECT * FROM reports WHERE state = 'open' AND id = ANY($1::uuid[]) ORDER BY id`,
        [ids],
      );
      const all: OpenedReports = { opened: [], broken: [] };
      for (const row of rows) {
        const [report] = await this.open(manager, [row], toMatchable).catch(noneWhereBroken);
        if (report) all.opened.push(report);
        else all.broken.push(row.id);
      }
      return all;
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
   * Notes what reports were compared with, in the matcher's transaction that wrote the candidates.
   * A worker that comes late with an older revision changes nothing.
   */
  async markMatched(
    manager: EntityManager,
    reports: readonly Pick<MatchableReport, 'id' | 'matchRevision'>[],
    { registryRevision, model }: MatchedAgainst,
  ): Promise<void> {
    await manager.query(
      `UPDATE reports r SET matched_revision = m.revision, matched_registry_revision = $3,
         matched_model = $4
       FROM unnest($1::uuid[], $2::integer[]) AS m(id, revision)
       WHERE r.id = m.id AND match_revision >= m.revision AND (matched_revision < m.revision
         OR (matched_revision = m.revision
           AND (matched_registry_revision <= $3 OR matched_model IS DISTINCT FROM $4)))`,
      [
        reports.map(({ id }) => id),
        reports.map(({ matchRevision }) => matchRevision),
        registryRevision.toString(),
        model,
      ],
    );
  }

  /** Notes that reports could not be opened, so that they are left alone for a while; the matcher's role. */
  async markUnreadable(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.asMatcher((manager) =>
      manager.query('UPDATE reports SET unreadable_at = now() WHERE id = ANY($1::uuid[])', [ids]),
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

function noneWhereBroken(error: unknown): never[] {
  if (error instanceof SealBroken || error instanceof KeyMissing) return [];
  throw error;
}
