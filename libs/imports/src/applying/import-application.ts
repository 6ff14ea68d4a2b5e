import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '@athar/access';
import { Database, KeyRing } from '@athar/persistence';
import { keepBadRows } from '../standing/bad-rows.js';
import type { ImportRow } from '../standing/import-row.js';
import { ImportScopes } from '../standing/import-scopes.js';
import { endImport, readImport } from '../standing/import-state.js';
import { shareUndone } from '../standing/stayed-rows.js';
import { cellsOf, stagedAfter } from '../standing/staged-rows.js';
import type { ChunkOutcome, ImportScope, RowProblems } from '../target/import-target.js';
import { ImportTargets } from '../target/import-targets.js';
import { standardChunk, undoStep } from './undoing.js';

/** Tells how far the work has come, 0 to 1. */
export type Progress = (done: number) => Promise<void>;

/** Brings the staged rows of an import in, chunk by chunk; or takes back what came in. */
@Injectable()
export class ImportApplication {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
    private readonly targets: ImportTargets,
    private readonly scopes: ImportScopes,
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
      if (row.finished_at !== null || row.state === 'receiving') return this.settle(row);
      await progress(shareOf(row));
    }
  }

  /** One chunk in one transaction: whatever dies between two of them is taken up where it stood. */
  private step(organisationId: string, importId: string): Promise<ImportRow> {
    return this.database.inOrganisation(organisationId, async (manager) => {
      const row = await readImport(manager, importId, true);
      if (row.state === 'cancelling' || row.state === 'undoing') {
        const scope = await this.scopes.of(manager, row);
        return undoStep(manager, this.audit, { row, scope, target: this.targets.of(row.target) });
      }
      return row.state === 'applying' ? this.applyStep(manager, row) : row;
    });
  }

  private async applyStep(manager: EntityManager, row: ImportRow): Promise<ImportRow> {
    const scope = await this.scopes.of(manager, row);
    const target = this.targets.of(row.target);
    const size = target.chunkSize ?? standardChunk;
    const staged = await stagedAfter(manager, scope, row.applied_through, size);
    const last = staged.at(-1);
    if (last === undefined) return endImport(manager, this.audit, row.id, 'applied');
    const outcome = await target.applyChunk(manager, scope, staged);
    await this.keepProblems(manager, row, scope, outcome.problems ?? []);
    await manager.query(
      `UPDATE imports SET applied_through = $2, added = added + $3, changed = changed + $4,
              unchanged = unchanged + $5, error_count = error_count + $6,
              first_revision = coalesce(first_revision, $7),
              last_revision = coalesce($8, last_revision), heartbeat_at = now()
       WHERE id = $1`,
      [row.id, last.number, ...countsOf(outcome)],
    );
    return readImport(manager, row.id);
  }

  private async keepProblems(
    manager: EntityManager,
    row: ImportRow,
    scope: ImportScope,
    problems: readonly RowProblems[],
  ): Promise<void> {
    if (problems.length === 0) return;
    const numbers = problems.map((told) => told.number);
    const cells = await cellsOf(manager, scope, numbers);
    const bad = problems.map((told) => ({ ...told, cells: cells.get(told.number) ?? {} }));
    const seal = await this.keyRing.ofOrganisation(manager, row.organisation_id);
    await keepBadRows(manager, { ...scope, seal }, bad, row.error_count);
  }

  private async settle(row: ImportRow): Promise<void> {
    const { first_revision: first, last_revision: last } = row;
    if (row.finished_at === null) return;
    await this.targets.of(row.target).settled?.(
      {
        importId: row.id,
        organisationId: row.organisation_id,
        memberId: row.member_id,
        collectionId: row.collection_id,
      },
      first === null || last === null ? null : { first: BigInt(first), last: BigInt(last) },
    );
  }
}

function shareOf(row: ImportRow): number {
  if (row.state !== 'applying') return shareUndone(row);
  const done = row.added + row.changed + row.unchanged;
  return done / Math.max(1, row.row_count - row.error_count);
}

function countsOf({ added, changed, unchanged, problems, revisions }: ChunkOutcome): unknown[] {
  const [first, last] = [revisions?.first.toString(), revisions?.last.toString()];
  return [added, changed, unchanged, problems?.length ?? 0, first, last];
}
