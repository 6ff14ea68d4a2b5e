import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Database, KeyRing } from '@athar/persistence';
import type { ReadReason } from '../entry-view.js';
import { EntryNotFound } from '../errors.js';
import type { AwaitedReading } from '../readings/awaited.js';
import { sourcesOfEntry, versionsOfEntry } from './read-sources.js';
import { toSourceView, toVersionView } from './source-views.js';
import type { EntryHistoryView } from './source.js';

/** What an entry is made of, and was. */
@Injectable()
export class EntryHistory {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * The sources of an entry with what each says, and their last 200 earlier versions; a steward's
   * work, recorded with its reason. While a second reading is awaited, the first is left out: whoever
   * asks may be that second reader.
   *
   * @throws RoleMissing, EntryNotFound
   */
  async read(actor: Actor, entryId: string, reason: ReadReason): Promise<EntryHistoryView> {
    requireRole(actor, 'steward');
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const [entry] = await manager.query<EntryHead[]>(
        'SELECT version, revision, removed_at, awaits_reading FROM entries WHERE id = $1',
        [entryId],
      );
      if (!entry) throw new EntryNotFound();
      const shown = ({ kind }: { kind: string }) =>
        kind !== 'reading' || entry.awaits_reading !== 'second';
      const sources = (await sourcesOfEntry(manager, entryId)).filter(shown);
      const versions = (await versionsOfEntry(manager, entryId)).filter(shown);
      const seal = await this.keyRing.ofRegistry(manager);
      const view = {
        id: entryId,
        version: entry.version,
        revision: entry.revision,
        removedAt: entry.removed_at?.toISOString() ?? null,
        sources: sources.map((row) => toSourceView(seal, row)),
        earlier: versions.map((row) => toVersionView(seal, row)),
      };
      await this.audit.record(manager, {
        organisationId: actor.organisationId,
        memberId: actor.memberId,
        action: 'entry.history-read',
        subjectType: 'entry',
        subjectId: entryId,
        detail: { reason },
      });
      return view;
    });
  }
}

interface EntryHead {
  version: number;
  revision: string;
  removed_at: Date | null;
  awaits_reading: AwaitedReading | 'none';
}
