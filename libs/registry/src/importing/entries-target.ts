import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@athar/access';
import {
  ImportTargets,
  type ChunkOutcome,
  type DigestPurposes,
  type ImportScope,
  type ImportTarget,
  type PreviewedRow,
  type RevisionRange,
  type StagedRow,
  type TargetRow,
} from '@athar/imports';
import { JobProducer } from '@athar/queue';
import type { EntryDocument } from '../entry-document.js';
import { CollectionNotFound, IdentityColumnMissing } from '../errors.js';
import { matchEntriesJob } from '../match-entries-job.js';
import { readRow } from '../reading/row-document.js';
import { requireKeeper } from '../terms/keeper.js';
import { applyChunk } from './apply-chunk.js';
import { columnVocabulary } from './column-vocabulary.js';
import { previewEntries } from './preview-entries.js';

const identityColumns = ['id', 'detainee_number', 'register_number'];

/** Rows of files as entries of a collection. */
@Injectable()
export class EntriesTarget implements ImportTarget<EntryDocument>, OnModuleInit {
  readonly kind = 'entries';
  readonly sealedFor = 'registry';
  readonly roles = { bring: ['steward'], read: ['steward', 'coordinator'] } as const;
  readonly vocabulary = columnVocabulary;
  readonly identityColumn = 'id';

  constructor(
    private readonly targets: ImportTargets,
    private readonly jobs: JobProducer,
  ) {}

  onModuleInit(): void {
    this.targets.add(this);
  }

  async requireAllowed(
    manager: EntityManager,
    _actor: Actor,
    collectionId: string | null,
  ): Promise<void> {
    if (collectionId === null) throw new CollectionNotFound();
    await requireKeeper(manager, collectionId);
  }

  checkColumns(columns: ReadonlySet<string>): void {
    if (!identityColumns.some((column) => columns.has(column))) throw new IdentityColumnMissing();
  }

  readRow(row: TargetRow): ReturnType<typeof readRow> {
    return readRow(row);
  }

  digestPurposes(collectionId: string | null): DigestPurposes {
    return {
      identity: `entry-identity/${collectionId}`,
      group: `entry-group/${collectionId}`,
      content: 'entry-content',
    };
  }

  preview(
    manager: EntityManager,
    scope: ImportScope,
    rows: readonly StagedRow<EntryDocument>[],
  ): Promise<PreviewedRow[]> {
    return previewEntries(manager, scope, rows);
  }

  applyChunk(
    manager: EntityManager,
    { importId, collectionId, seal }: ImportScope,
    rows: readonly StagedRow<EntryDocument>[],
  ): Promise<ChunkOutcome> {
    if (collectionId === null) throw new CollectionNotFound();
    return applyChunk(manager, seal, { importId, collectionId }, rows);
  }

  async settled(_: unknown, revisions: RevisionRange | null): Promise<void> {
    if (revisions !== null) await this.jobs.addOrLeaveToSweep(...matchEntriesJob(revisions));
  }
}
