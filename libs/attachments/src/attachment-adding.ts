import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  IdempotencyLedger,
  requireRole,
  type Actor,
  type IdempotentRequest,
} from '@athar/access';
import { Database, KeyRing } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { MOST_BYTES, type AttachmentView, type NewAttachment } from './attachment.js';
import { cleanFile, type CleanFile } from './cleaning/clean-file.js';
import { AttachmentsBusy } from './errors.js';
import { readWhole, type FileBytes } from './read-whole.js';
import { findAttachment, recordPlace } from './storage/attachment-rows.js';
import { writePieces } from './storage/pieces.js';
import { requireReport, requireRoom } from './storage/report-of.js';
import { Turns } from './turns.js';

/** Files that are being sent; each is held in memory whole, as is what becomes of it. */
const MOST_AT_ONCE = 8;
/** Pictures unpacked, or documents drawn, at a time: up to some 200 MB each. */
const MOST_CLEANED = 2;
const LONGEST_UPLOAD_MS = 10 * 60 * 1000;

/** Takes files in. */
@Injectable()
export class AttachmentAdding {
  private readonly sending = new Turns(MOST_AT_ONCE);
  private readonly cleaning = new Turns(MOST_CLEANED);

  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly ledger: IdempotencyLedger,
    private readonly audit: AuditTrail,
  ) {}

  /** See {@link Attachments.add}. */
  async add(
    actor: Actor,
    reportId: string,
    attachment: NewAttachment,
    bytes: FileBytes,
    idempotencyKey?: string,
  ): Promise<AttachmentView> {
    requireRole(actor, 'caseworker', 'coordinator');
    const { organisationId } = actor;
    return this.sending.now(
      async () => {
        // Before anything is read: nobody sends 15 MB to be told that the report is another's. Of a
        // request with a key only the whole of it tells whether its file is there already.
        await this.database.inOrganisation(organisationId, (manager) =>
          idempotencyKey === undefined
            ? requireRoom(manager, organisationId, reportId, false)
            : requireReport(manager, organisationId, reportId),
        );
        const sent = await readWhole(bytes, MOST_BYTES, LONGEST_UPLOAD_MS);
        const file = await this.cleaning.later(() => cleanFile(sent, attachment.declaredType));
        const request = idempotencyKey && {
          key: idempotencyKey,
          request: tellApart(reportId, attachment, sent),
        };
        return this.database.inOrganisation(organisationId, (manager) =>
          this.keep(manager, actor, reportId, attachment, file, request || undefined),
        );
      },
      () => new AttachmentsBusy(),
    );
  }

  private async keep(
    manager: EntityManager,
    actor: Actor,
    reportId: string,
    { kind, title, fileName }: NewAttachment,
    { mediaType, bytes }: CleanFile,
    request: IdempotentRequest | undefined,
  ): Promise<AttachmentView> {
    const { organisationId, memberId } = actor;
    const seal = await this.keyRing.ofOrganisation(manager, organisationId);
    const id = randomUUID();
    if (request) {
      const digest = seal.digest('idempotency', request.request);
      const claim = await this.ledger.claim(
        manager,
        actor,
        'attachments.add',
        { key: request.key, digest },
        id,
      );
      if (claim.repeated) return findAttachment(manager, seal, organisationId, claim.resourceId);
    }
    await requireRoom(manager, organisationId, reportId, true);
    const record = seal.sealJson(recordPlace(id), { title, fileName });
    await manager.query(
      `INSERT INTO attachments
         (id, organisation_id, report_id, kind, media_type, bytes, record, added_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, organisationId, reportId, kind, mediaType, bytes.length, record, memberId],
    );
    await writePieces(manager, seal, { organisationId, attachmentId: id }, bytes);
    await this.audit.record(manager, {
      organisationId,
      memberId,
      action: 'attachment.added',
      subjectType: 'attachment',
      subjectId: id,
      detail: { reportId, kind, mediaType, bytes: bytes.length },
    });
    return findAttachment(manager, seal, organisationId, id);
  }
}

/** What makes a repeated request the same one: all that was sent, the file by its digest. */
function tellApart(reportId: string, attachment: NewAttachment, bytes: Buffer): string {
  const { kind, title = null, fileName = null } = attachment;
  const digest = createHash('sha256').update(bytes).digest('hex');
  return JSON.stringify([reportId, kind, title, fileName, digest]);
}
