import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Database, KeyRing, type Seal } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { AttachmentAdding } from './attachment-adding.js';
import type { AttachmentView, NewAttachment, OpenAttachment, RemovalReason } from './attachment.js';
import { AttachmentNotFound } from './errors.js';
import type { FileBytes } from './read-whole.js';
import { attachmentsOf, findAttachment } from './storage/attachment-rows.js';
import { readPiece } from './storage/pieces.js';
import { requireReport } from './storage/report-of.js';

const readers = ['caseworker', 'coordinator', 'reviewer'] as const;

/** Photographs of the missing and papers, sealed, beside the reports that they came with. */
@Injectable()
export class Attachments {
  constructor(
    private readonly adding: AttachmentAdding,
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Takes a file in. Only what one sees of it is kept; see `cleanPicture` and `cleanPaper`. The file
   * is held in memory once as it came and once as it is kept.
   *
   * @param bytes read to their end, or to the limit.
   * @param idempotencyKey where it was done before with it, the attachment of then is given.
   * @throws RoleMissing, ReportOfAttachmentNotFound, ReportTakesNothing, TooManyAttachments,
   * AttachmentsBusy, UploadStalled, FileRefused, IdempotencyKeyReused
   */
  add(
    actor: Actor,
    reportId: string,
    attachment: NewAttachment,
    bytes: FileBytes,
    idempotencyKey?: string,
  ): Promise<AttachmentView> {
    return this.adding.add(actor, reportId, attachment, bytes, idempotencyKey);
  }

  /** What a report has, and what was taken away, oldest first. @throws RoleMissing, ReportOfAttachmentNotFound */
  list(actor: Actor, reportId: string): Promise<AttachmentView[]> {
    requireRole(actor, ...readers);
    const { organisationId } = actor;
    return this.open(actor, async (manager, seal) => {
      await requireReport(manager, organisationId, reportId);
      const list = await attachmentsOf(manager, seal, organisationId, reportId);
      const detail = { reportId, ids: list.map(({ id }) => id) };
      await this.record(manager, actor, 'attachment.listed', undefined, detail);
      return list;
    });
  }

  /** One attachment without its file. @throws RoleMissing, AttachmentNotFound */
  get(actor: Actor, id: string): Promise<AttachmentView> {
    requireRole(actor, ...readers);
    return this.open(actor, async (manager, seal) => {
      const attachment = await findAttachment(manager, seal, actor.organisationId, id);
      await this.record(manager, actor, 'attachment.described', id);
      return attachment;
    });
  }

  /**
   * One attachment with its file, which is opened piece by piece while it is read.
   *
   * @throws RoleMissing, AttachmentNotFound, where it was taken away too; SealBroken while reading
   */
  read(actor: Actor, id: string): Promise<OpenAttachment> {
    requireRole(actor, ...readers);
    return this.open(actor, async (manager, seal) => {
      const attachment = await findAttachment(manager, seal, actor.organisationId, id);
      if (attachment.removed) throw new AttachmentNotFound();
      await this.record(manager, actor, 'attachment.read', id);
      return { attachment, bytes: this.pieces(actor, attachment) };
    });
  }

  /**
   * Takes a file away: its bytes, title and name are gone; what kind it was, who removed it and why
   * stays. Doing it again changes nothing.
   *
   * @throws RoleMissing, AttachmentNotFound
   */
  remove(actor: Actor, id: string, because: RemovalReason): Promise<AttachmentView> {
    requireRole(actor, 'caseworker', 'coordinator');
    const { organisationId, memberId } = actor;
    return this.open(actor, async (manager, seal) => {
      const [, count] = await manager.query<[unknown[], number]>(
        `UPDATE attachments
         SET removed_by = $3, removed_at = now(), removed_because = $4, record = NULL
         WHERE organisation_id = $1 AND id = $2 AND removed_at IS NULL`,
        [organisationId, id, memberId, because],
      );
      const attachment = await findAttachment(manager, seal, organisationId, id);
      if (count === 0) return attachment;
      await manager.query(
        'DELETE FROM attachment_pieces WHERE organisation_id = $1 AND attachment_id = $2',
        [organisationId, id],
      );
      await this.record(manager, actor, 'attachment.removed', id, { because });
      return attachment;
    });
  }

  /** A transaction for each piece: a slow reader holds no connection while it waits. */
  private async *pieces(actor: Actor, { id, bytes }: AttachmentView): AsyncGenerator<Buffer> {
    let read = 0;
    for (let position = 0; read < bytes; position += 1) {
      const piece = await this.open(actor, (manager, seal) =>
        readPiece(manager, seal, id, position),
      );
      if (!piece) throw new AttachmentNotFound();
      read += piece.length;
      yield piece;
    }
  }

  private open<T>(
    { organisationId }: Actor,
    work: (manager: EntityManager, seal: Seal) => Promise<T>,
  ): Promise<T> {
    return this.database.inOrganisation(organisationId, async (manager) =>
      work(manager, await this.keyRing.ofOrganisation(manager, organisationId)),
    );
  }

  private record(
    manager: EntityManager,
    { organisationId, memberId }: Actor,
    action: string,
    subjectId: string | undefined,
    detail: Record<string, string | readonly string[]> = {},
  ): Promise<void> {
    const subject = subjectId === undefined ? {} : { subjectId };
    return this.audit.record(manager, {
      organisationId,
      memberId,
      action,
      subjectType: 'attachment',
      ...subject,
      detail,
    });
  }
}
