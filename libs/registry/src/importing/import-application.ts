import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@athar/access';
import { Database, KeyRing } from '@athar/persistence';
import { JobProducer } from '@athar/queue';
import { matchEntriesJob } from '../match-entries-job.js';
import { applyChunk, type ChunkOutcome } from './apply-chunk.js';
import type { ImportRow } from './import-row.js';
import { endImport, readImport } from './import-state.js';

/** Tells how far the work has come, 0 to 1. */
export type Progress = (done: number) => Promise<void>;

const chunkSize = 500;

/** Turns the staged rows of an import into entries, chunk by chunk. */
@Injectable()
export class ImportApplication {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
    private readonly jobs: JobProducer,
  ) {}

  /** See Imports.apply. */
  async apply(
    organisationId: string,
    importId: string,
    progress: Progress,
    signal?: AbortSignal,
  ): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      const row = await this.step(organisationId, importId);
      if (row.state !== 'applying') return this.tellMatcher(row);
      const done = row.added + row.changed + row.unchanged;
      await progress(done / Math.max(1, row.row_count - row.error_count));
    }
  }

  /** One chunk in one transaction: whatever dies between two of them is taken up where it stood. */
  private step(organisationId: string, importId: string): Promise<ImportRow> {
    return this.database.inOrganisation(organisationId, async (manager) => {
      const row = await readImport(manager, importId, true);
      if (row.state !== 'applying') return row;
      const seal = await this.keyRing.ofRegistry(manager);
      const from = { importId, collectionId: row.collection_id, after: row.applied_through };
      const outcome = await applyChunk(manager, seal, from, chunkSize);
      if (outcome.through === null) return endImport(manager, this.audit, importId, 'applied');
      await manager.query(
        `UPDATE imports SET applied_through = $2, added = added + $3, changed = changed + $4,
                unchanged = unchanged + $5, first_revision = coalesce(first_revision, $6),
                last_revision = coalesce($7, last_revision), heartbeat_at = now()
         WHERE id = $1`,
        [importId, ...countsOf(outcome)],
      );
      return readImport(manager, importId);
    });
  }

  private async tellMatcher(row: ImportRow): Promise<void> {
    if (row.state !== 'applied' || row.first_revision === null || row.last_revision === null)
      return;
    const revisions = { first: BigInt(row.first_revision), last: BigInt(row.last_revision) };
    await this.jobs.addOrLeaveToSweep(...matchEntriesJob(revisions));
  }
}

function countsOf({ through, rows, added, changed, first, last }: ChunkOutcome): unknown[] {
  const unchanged = rows - added - changed;
  return [through, added, changed, unchanged, first?.toString(), last?.toString()];
}
