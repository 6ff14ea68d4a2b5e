import type { EntityManager } from 'typeorm';
import { MOST_OF_REPORT } from '../attachment.js';
import { ReportOfAttachmentNotFound, ReportTakesNothing, TooManyAttachments } from '../errors.js';

/** @throws ReportOfAttachmentNotFound */
export async function requireReport(
  manager: EntityManager,
  organisationId: string,
  reportId: string,
): Promise<void> {
  const rows = await manager.query<unknown[]>(
    'SELECT 1 FROM reports WHERE organisation_id = $1 AND id = $2',
    [organisationId, reportId],
  );
  if (rows.length === 0) throw new ReportOfAttachmentNotFound();
}

/**
 * @param hold keeps the report as it is until the transaction ends: neither a withdrawal nor another
 * file comes in between.
 * @throws ReportOfAttachmentNotFound, ReportTakesNothing, TooManyAttachments
 */
export async function requireRoom(
  manager: EntityManager,
  organisationId: string,
  reportId: string,
  hold: boolean,
): Promise<void> {
  const [report] = await manager.query<{ state: string }[]>(
    `SELECT state FROM reports WHERE organisation_id = $1 AND id = $2
     ${hold ? 'FOR NO KEY UPDATE' : ''}`,
    [organisationId, reportId],
  );
  if (!report) throw new ReportOfAttachmentNotFound();
  if (report.state !== 'open') throw new ReportTakesNothing();
  const [count] = await manager.query<{ there: number }[]>(
    `SELECT count(*)::int AS there FROM attachments
     WHERE organisation_id = $1 AND report_id = $2 AND removed_at IS NULL`,
    [organisationId, reportId],
  );
  if ((count?.there ?? 0) >= MOST_OF_REPORT) throw new TooManyAttachments();
}
