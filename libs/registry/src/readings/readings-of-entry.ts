import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Database, KeyRing, type Seal } from '@athar/persistence';
import { EntryNotFound } from '../errors.js';
import type { AwaitedReading } from './awaited.js';
import { readerCode } from './reader-code.js';
import { openKept, readingRows, type ReadingRow } from './reading-row.js';
import type { EntryReadingsView, ReadingView } from './reading-views.js';

/** Every reading of an entry, for stewards. */
@Injectable()
export class ReadingsOfEntry {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Who read what and how it was settled. Before it is settled a steward sees their own reading only:
   * they may be the one who is to read it next.
   *
   * @throws RoleMissing, EntryNotFound
   */
  async list(actor: Actor, entryId: string): Promise<EntryReadingsView> {
    requireRole(actor, 'steward');
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const [entry] = await manager.query<{ awaits: AwaitedReading | 'none' }[]>(
        'SELECT awaits_reading AS awaits FROM entries WHERE id = $1',
        [entryId],
      );
      if (!entry) throw new EntryNotFound();
      const seal = await this.keyRing.ofRegistry(manager);
      const rows = (await readingRows(manager, entryId)).filter(
        (row) => entry.awaits === 'none' || row.member_id === actor.memberId,
      );
      await this.audit.record(manager, {
        organisationId: actor.organisationId,
        memberId: actor.memberId,
        action: 'readings.listed',
        subjectType: 'entry',
        subjectId: entryId,
        detail: { awaits: entry.awaits, readings: rows.length },
      });
      return { entryId, awaits: entry.awaits, readings: rows.map((row) => view(seal, actor, row)) };
    });
  }
}

function view(seal: Seal, actor: Actor, row: ReadingRow): ReadingView {
  return {
    id: row.id,
    round: row.round,
    reader: readerCode(seal, row.member_id),
    memberId: row.organisation_id === actor.organisationId ? row.member_id : null,
    readAt: row.created_at.toISOString(),
    reading: openKept(seal, row),
  };
}
