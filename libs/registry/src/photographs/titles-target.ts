import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@athar/access';
import {
  ImportTargets,
  type ChunkOutcome,
  type ImportScope,
  type ImportTarget,
  type PreviewedRow,
  type RevisionRange,
  type RowProblems,
  type StagedRow,
} from '@athar/imports';
import { JobProducer } from '@athar/queue';
import { exportsClosed } from '../exporting/exportable-rows.js';
import { matchEntriesJob } from '../match-entries-job.js';
import { EntrySources } from '../sources/index.js';
import { requireKeeper } from '../terms/keeper.js';
import { patternsOf } from './check-settings.js';
import { TitleColumnMissing, TitlePatternsMissing } from './errors.js';
import { foreseeGroups } from './foresee-groups.js';
import { compareRows, keepPhotographs } from './keep-photographs.js';
import { listedPhotograph, titleVocabulary, type ListedPhotograph } from './listed-photograph.js';
import { NewArchives, settingsOf, type NewArchive } from './new-archives.js';
import { previewedPhotograph } from './preview-photographs.js';
import { regroup } from './regroup.js';
import { hasPatterns, readSettings } from './settings-rows.js';
import titleReasons from './title-reasons.json' with { type: 'json' };
import type { ReadingSettings } from './title-settings.js';
import { TitlesUndo } from './titles-undo.js';

type Row = StagedRow<ListedPhotograph>;

/** Manifests of photo titles on their way into a collection. */
@Injectable()
export class TitlesTarget implements ImportTarget<ListedPhotograph>, OnModuleInit {
  readonly kind = 'titles';
  readonly sealedFor = 'registry';
  readonly roles = {
    bring: ['steward'],
    read: ['steward', 'coordinator'],
  } as const;
  readonly vocabulary = titleVocabulary;
  readonly identityColumn = 'title';
  readonly reasons = titleReasons;
  readonly exportsClosed = exportsClosed;
  /** Numbers come again all over a list, and with each chunk all photographs of its numbers are grouped. */
  readonly chunkSize = 5000;

  constructor(
    private readonly targets: ImportTargets,
    private readonly sources: EntrySources,
    private readonly jobs: JobProducer,
    readonly undo: TitlesUndo,
    readonly places: NewArchives,
  ) {}

  onModuleInit(): void {
    this.targets.add(this);
  }

  /** @throws CollectionNotFound, CollectionOfAnother, TitlePatternsMissing */
  async requireAllowed(
    manager: EntityManager,
    _actor: Actor,
    collectionId: string | null,
  ): Promise<void> {
    await requireKeeper(manager, collectionId ?? '');
    if (!(await hasPatterns(manager, collectionId ?? ''))) throw new TitlePatternsMissing();
  }

  /** @throws TitleColumnMissing */
  checkColumns(columns: ReadonlySet<string>): void {
    if (!columns.has('title') && !columns.has('path')) throw new TitleColumnMissing();
  }

  readonly readRow = listedPhotograph;

  digestPurposes(collectionId: string | null) {
    return {
      identity: `photograph-title\0${collectionId ?? ''}`,
      group: 'photograph-group',
      content: 'photograph-listed',
    };
  }

  async checkBatch(
    manager: EntityManager,
    scope: ImportScope,
    rows: readonly Row[],
  ): Promise<readonly RowProblems[]> {
    const patterns = patternsOf((await this.settings(manager, scope)).patterns);
    return (await compareRows(manager, scope, patterns, rows)).problems;
  }

  async preview(
    manager: EntityManager,
    scope: ImportScope,
    rows: readonly Row[],
  ): Promise<readonly PreviewedRow[]> {
    const patterns = patternsOf((await this.settings(manager, scope)).patterns);
    const { readable } = await compareRows(manager, scope, patterns, rows);
    return readable.map((row) => previewedPhotograph(scope.seal, row));
  }

  async foresee(
    manager: EntityManager,
    scope: ImportScope,
    rows: AsyncIterable<readonly Row[]>,
  ): Promise<{ groups: number }> {
    return foreseeGroups(manager, scope, await this.settings(manager, scope), rows);
  }

  async applyChunk(
    manager: EntityManager,
    scope: ImportScope,
    rows: readonly Row[],
  ): Promise<ChunkOutcome> {
    const settings = await readSettings(manager, scope.seal, scope.collectionId ?? '', true);
    const kept = await keepPhotographs(manager, scope, patternsOf(settings.patterns), rows);
    const { added, changed, unchanged, problems } = kept;
    const by = { memberId: scope.memberId, importId: scope.importId };
    const grouping = { manager, seal: scope.seal, sources: this.sources, settings, by };
    const revisions = await regroup(grouping, kept);
    return { added, changed, unchanged, problems, ...(revisions ? { revisions } : {}) };
  }

  async settled(_scope: unknown, revisions: RevisionRange | null): Promise<void> {
    if (revisions) await this.jobs.addOrLeaveToSweep(...matchEntriesJob(revisions));
  }

  private async settings(manager: EntityManager, scope: ImportScope): Promise<ReadingSettings> {
    if (scope.newPlace) return settingsOf(scope.newPlace as NewArchive);
    return readSettings(manager, scope.seal, scope.collectionId ?? '');
  }
}
