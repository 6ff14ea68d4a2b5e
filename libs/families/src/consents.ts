import { Injectable } from '@nestjs/common';
import type { Actor } from '@athar/access';
import type { EntityManager } from 'typeorm';
import { purposes, type Purpose } from './contact.js';
import { lockReportOf } from './lock-report.js';

/** What a withdrawal ended. */
export interface Withdrawal {
  contactId: string;
  reportId: string;
  /** The consents that were in force until now; empty where all had been withdrawn before. */
  ended: Purpose[];
  /** False where no relative of the report agrees to storing and matching any more. */
  mayStillMatch: boolean;
}

/** What relatives agreed to, and what they took back. Every method works in the caller's transaction. */
@Injectable()
export class Consents {
  /**
   * Takes consents of one relative back. Taking back `store_and_match` takes back all: what may not
   * be kept may not be used either. The report is locked until commit, so that of two relatives who
   * withdraw at once the second is seen to be the last.
   *
   * @throws ContactNotFound
   */
  async withdraw(
    manager: EntityManager,
    actor: Actor,
    contactId: string,
    asked: readonly Purpose[],
  ): Promise<Withdrawal> {
    const reportId = await lockReportOf(manager, actor.organisationId, contactId);
    const wanted = asked.includes('store_and_match') ? purposes : asked;
    const [rows] = await manager.query<[{ purpose: Purpose }[], number]>(
      `UPDATE consents SET withdrawn_at = now() WHERE organisation_id = $1 AND contact_id = $2
         AND purpose = ANY($3) AND withdrawn_at IS NULL RETURNING purpose`,
      [actor.organisationId, contactId, wanted],
    );
    return {
      contactId,
      reportId,
      ended: rows.map(({ purpose }) => purpose).sort(),
      mayStillMatch: await mayMatch(manager, actor.organisationId, reportId),
    };
  }
}

async function mayMatch(
  manager: EntityManager,
  organisationId: string,
  reportId: string,
): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM consents n JOIN contacts c ON c.organisation_id = n.organisation_id AND c.id = n.contact_id
     WHERE n.organisation_id = $1 AND c.report_id = $2
       AND n.purpose = 'store_and_match' AND n.withdrawn_at IS NULL LIMIT 1`,
    [organisationId, reportId],
  );
  return rows.length > 0;
}
