import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@athar/access';
import {
  ImportTargets,
  type ChunkOutcome,
  type DigestPurposes,
  type ImportScope,
  type ImportTarget,
  type ImportUndo,
  type PreviewedRow,
  type RevisionRange,
  type RowManner,
  type RowProblems,
  type StagedRow,
  type TargetRow,
} from '@athar/imports';
import { JobProducer } from '@athar/queue';
import { checkCollection } from '../collection-row.js';
import type { NewCollectionOfFile } from '../collection.js';
import { Collections } from '../collections.js';
import type { EntryDocument } from '../entry-document.js';
import { CollectionKindMissing, CollectionNotFound, IdentityColumnMissing } from '../errors.js';
import { exportsClosed } from '../exporting/exportable-rows.js';
import { matchEntriesJob } from '../match-entries-job.js';
import { readRow } from '../reading/row-document.js';
import { rowReasons } from '../reading/row-reasons.js';
import { requireKeeper } from '../terms/keeper.js';
import { stayedOf } from '../sources/later-naming.js';
import { requireUndoable, undoSources } from '../sources/undo-import.js';
import { applyChunk } from './apply-chunk.js';
import { checkRows } from './check-rows.js';
import { columnVocabulary } from './column-vocabulary.js';
import { previewEntries } from './preview-entries.js';
import type { RowScope } from './row-writes.js';

const identityColumns = ['id', 'detainee_number', 'register_number'];

/** Rows of files as entries of a collection. */
@Injectable()
export class EntriesTarget implements ImportTarget<EntryDocument>, OnModuleInit {
  readonly kind = 'entries';
  readonly sealedFor = 'registry';
  readonly roles = { bring: ['steward'], read: ['steward', 'coordinator'] } as const;
  readonly vocabulary = columnVocabulary;
  readonly identityColumn = 'id';
  readonly undo: ImportUndo = {
    requirePossible: requireUndoable,
    undoChunk: undoSources,
    stayed: (manager, scope) => stayedOf(manager, 'entry_sources', scope),
  };
  readonly reasons = rowReasons;
  readonly exportsClosed = exportsClosed;
  readonly places = {
    check: (wanted: object) => checkCollection(wanted as NewCollectionOfFile),
    make: async (manager: EntityManager, actor: Actor, id: string, wanted: object) => {
      const collection = { kind: 'other', ...(wanted as NewCollectionOfFile) } as const;
      await this.collections.insert(manager, actor, id, collection);
    },
  };

  constructor(
    private readonly targets: ImportTargets,
    private readonly jobs: JobProducer,
    private readonly collections: Collections,
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

  checkColumns(columns: ReadonlySet<string>, newPlace?: object): void {
    if (!identityColumns.some((column) => columns.has(column))) throw new IdentityColumnMissing();
    if (newPlace !== undefined && !('kind' in newPlace) && isCivilRegister(columns)) {
      throw new CollectionKindMissing();
    }
  }

  readRow(row: TargetRow, manner?: RowManner): ReturnType<typeof readRow> {
    return readRow(row, manner);
  }

  digestPurposes(collectionId: string | null): DigestPurposes {
    return {
      identity: `entry-identity/${collectionId}`,
      group: `entry-group/${collectionId}`,
      content: 'entry-content',
    };
  }

  checkBatch(
    manager: EntityManager,
    scope: ImportScope,
    rows: readonly StagedRow<EntryDocument>[],
    earlier: (groups: readonly Buffer[]) => Promise<StagedRow<EntryDocument>[]>,
  ): Promise<RowProblems[]> {
    return checkRows(manager, rowScope(scope), rows, earlier);
  }

  preview(
    manager: EntityManager,
    scope: ImportScope,
    rows: readonly StagedRow<EntryDocument>[],
  ): Promise<PreviewedRow[]> {
    return previewEntries(manager, rowScope(scope), rows);
  }

  applyChunk(
    manager: EntityManager,
    scope: ImportScope,
    rows: readonly StagedRow<EntryDocument>[],
  ): Promise<ChunkOutcome> {
    return applyChunk(manager, rowScope(scope), rows);
  }

  async settled(_: unknown, revisions: RevisionRange | null): Promise<void> {
    if (revisions !== null) await this.jobs.addOrLeaveToSweep(...matchEntriesJob(revisions));
  }
}

/** @throws CollectionNotFound: rows become entries of a collection only. */
function rowScope({ collectionId, newPlace, ...scope }: ImportScope): RowScope {
  if (collectionId === null) throw new CollectionNotFound();
  if (newPlace === undefined) return { ...scope, collectionId };
  return { ...scope, collectionId, newCollection: newPlace as NewCollectionOfFile };
}

/** As a register of deaths has it. Under another kind its rows would never meet those of archives. */
function isCivilRegister(columns: ReadonlySet<string>): boolean {
  return columns.has('register_number') && (columns.has('died_on') || columns.has('stated_cause'));
}
