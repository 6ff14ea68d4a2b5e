import type { Place, Seal } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import type {
  AttachmentKind,
  AttachmentRecord,
  AttachmentType,
  AttachmentView,
  RemovalReason,
} from '../attachment.js';
import { AttachmentNotFound } from '../errors.js';

interface AttachmentRow {
  id: string;
  report_id: string;
  kind: AttachmentKind;
  media_type: AttachmentType;
  bytes: number;
  record: Buffer | null;
  added_by: string;
  added_at: Date;
  removed_by: string | null;
  removed_at: Date | null;
  removed_because: RemovalReason | null;
}

/** Where an attachment's sealed part lives. */
export function recordPlace(id: string): Place {
  return { table: 'attachments', column: 'record', row: id };
}

/** One attachment, removed or not. @throws AttachmentNotFound */
export async function findAttachment(
  manager: EntityManager,
  seal: Seal,
  organisationId: string,
  id: string,
): Promise<AttachmentView> {
  const [row] = await manager.query<AttachmentRow[]>(
    'SELECT * FROM attachments WHERE organisation_id = $1 AND id = $2',
    [organisationId, id],
  );
  if (!row) throw new AttachmentNotFound();
  return toView(seal, row);
}

/** All that a report has and had, oldest first. */
export async function attachmentsOf(
  manager: EntityManager,
  seal: Seal,
  organisationId: string,
  reportId: string,
): Promise<AttachmentView[]> {
  const rows = await manager.query<AttachmentRow[]>(
    `SELECT * FROM attachments WHERE organisation_id = $1 AND report_id = $2
     ORDER BY added_at, id`,
    [organisationId, reportId],
  );
  return rows.map((row) => toView(seal, row));
}

function toView(seal: Seal, row: AttachmentRow): AttachmentView {
  const record: AttachmentRecord = row.record ? seal.openJson(recordPlace(row.id), row.record) : {};
  return {
    id: row.id,
    reportId: row.report_id,
    kind: row.kind,
    mediaType: row.media_type,
    bytes: row.bytes,
    ...record,
    addedBy: row.added_by,
    addedAt: row.added_at.toISOString(),
    removed: removalOf(row),
  };
}

function removalOf({ removed_by, removed_at, removed_because }: AttachmentRow) {
  if (removed_by === null || removed_at === null || removed_because === null) return null;
  return { by: removed_by, at: removed_at.toISOString(), because: removed_because };
}
