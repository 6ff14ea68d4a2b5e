import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Database, KeyRing } from '@athar/persistence';
import { JobProducer } from '@athar/queue';
import { loadReading } from '../entry-reading.js';
import type { EntryReading } from '../entry-view.js';
import { EntryNotFound } from '../errors.js';
import { matchEntriesJob } from '../match-entries-job.js';
import { requireKeeper } from '../terms/keeper.js';
import { EntryChanged } from './errors.js';
import { lockCollections } from './lock-collections.js';
import type { HandDocument } from './source.js';
import { putSources } from './write-sources.js';

/** What stands by hand in place of what an entry's other sources say, and why. */
export interface HandCorrection {
  /** The whole correction: it takes the place of an earlier one. */
  document: HandDocument;
  /** 1 to 500 characters; sealed. */
  reason: string;
}

/** Corrections of entries by stewards. */
@Injectable()
export class HandCorrections {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
    private readonly jobs: JobProducer,
  ) {}

  /**
   * Corrects an entry by hand; a steward's work, in the organisation that keeps the collection.
   *
   * @param expectedVersion of the entry.
   * @throws RoleMissing, EntryNotFound, CollectionOfAnother, EntryChanged
   */
  async save(
    actor: Actor,
    entryId: string,
    expectedVersion: number,
    { document, reason }: HandCorrection,
  ): Promise<EntryReading> {
    requireRole(actor, 'steward');
    const { view, revisions } = await this.database.inOrganisation(
      actor.organisationId,
      async (manager) => {
        const collectionId = await lockedCollection(manager, entryId, expectedVersion);
        const seal = await this.keyRing.ofRegistry(manager);
        const by = { memberId: actor.memberId };
        const write = { kind: 'hand', identity: entryId, entryId, collectionId } as const;
        const done = await putSources(manager, seal, [{ ...write, document, reason, by }]);
        const view = await loadReading(manager, seal, entryId, true);
        await this.audit.record(manager, {
          organisationId: actor.organisationId,
          memberId: actor.memberId,
          action: 'entry.corrected',
          subjectType: 'entry',
          subjectId: entryId,
          detail: { version: view.version, fields: Object.keys(document) },
        });
        return { view, revisions: done.revisions };
      },
    );
    if (revisions) await this.jobs.addOrLeaveToSweep(...matchEntriesJob(revisions));
    return view;
  }
}

/** The collection of an entry, held, while the entry is the one that was read. */
async function lockedCollection(
  manager: EntityManager,
  entryId: string,
  expectedVersion: number,
): Promise<string> {
  const [entry] = await manager.query<{ collection_id: string }[]>(
    'SELECT collection_id FROM entries WHERE id = $1 AND removed_at IS NULL',
    [entryId],
  );
  if (!entry) throw new EntryNotFound();
  await requireKeeper(manager, entry.collection_id);
  await lockCollections(manager, [{ collectionId: entry.collection_id }]);
  const present = await manager.query<unknown[]>(
    'SELECT 1 FROM entries WHERE id = $1 AND version = $2 AND removed_at IS NULL',
    [entryId, expectedVersion],
  );
  if (present.length === 0) throw new EntryChanged();
  return entry.collection_id;
}
