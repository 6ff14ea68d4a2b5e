import { Injectable } from '@nestjs/common';
import type { Actor } from '@athar/access';
import type { EntityManager } from 'typeorm';
import { CaseStatus } from '../case-status.js';

/** Takes a withdrawn report up again when a relative agrees anew. */
@Injectable()
export class ReportReopening {
  constructor(private readonly status: CaseStatus) {}

  /**
   * Works in the caller's transaction, which holds the report.
   *
   * @returns the match revision to be matched, or undefined where the report was open.
   */
  async reopen(
    manager: EntityManager,
    actor: Actor,
    reportId: string,
  ): Promise<number | undefined> {
    const [[report]] = await manager.query<[{ case_id: string; match_revision: number }[], number]>(
      `UPDATE reports SET state = 'open', match_revision = match_revision + 1,
         version = version + 1, updated_at = now()
       WHERE organisation_id = $1 AND id = $2 AND state = 'withdrawn'
       RETURNING case_id, match_revision`,
      [actor.organisationId, reportId],
    );
    if (!report) return undefined;
    await this.status.apply(manager, actor, report.case_id, 'report_added');
    return report.match_revision;
  }
}
