import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '@athar/access';
import {
  ImportTargets,
  type ChunkOutcome,
  type DigestPurposes,
  type ImportScope,
  type ImportTarget,
  type PreviewedRow,
  type RowManner,
  type RowProblems,
  type StagedRow,
  type TargetRow,
} from '@athar/imports';
import { Database } from '@athar/persistence';
import { JobProducer } from '@athar/queue';
import type { EntityManager } from 'typeorm';
import { FILED_PRIORITY, askForMatching } from '../match-report-job.js';
import { ReportRows } from './applying.js';
import { columnVocabulary } from './column-vocabulary.js';
import { ReportColumnsMissing, ReportsInNoCollection } from './errors.js';
import type { ImportedReport } from './imported-report.js';
import { ReportPreview } from './previewing.js';
import { readRow } from './read-row.js';
import { reportReasons } from './report-reasons.js';
import { ReportsUndo } from './undoing.js';

type Row = StagedRow<ImportedReport>;

/** Rows of files as reports of families. */
@Injectable()
export class ReportsTarget implements ImportTarget<ImportedReport>, OnModuleInit {
  readonly kind = 'reports';
  readonly sealedFor = 'organisation';
  readonly roles = {
    bring: ['caseworker', 'coordinator'],
    read: ['caseworker', 'coordinator'],
  } as const;
  readonly vocabulary = columnVocabulary;
  readonly identityColumn = 'id';
  readonly reasons = reportReasons;

  constructor(
    private readonly targets: ImportTargets,
    private readonly rows: ReportRows,
    private readonly previews: ReportPreview,
    readonly undo: ReportsUndo,
    private readonly database: Database,
    private readonly jobs: JobProducer,
  ) {}

  onModuleInit(): void {
    this.targets.add(this);
  }

  /** @throws ReportsInNoCollection */
  requireAllowed(
    _manager: EntityManager,
    _actor: Actor,
    collectionId: string | null,
  ): Promise<void> {
    if (collectionId !== null) return Promise.reject(new ReportsInNoCollection());
    return Promise.resolve();
  }

  /** @throws ReportColumnsMissing */
  checkColumns(columns: ReadonlySet<string>): void {
    const missing = needed.filter(({ anyOf }) => !anyOf.some((column) => columns.has(column)));
    if (missing.length > 0) throw new ReportColumnsMissing(missing.map(({ anyOf }) => anyOf));
  }

  readRow(row: TargetRow, manner?: RowManner): ReturnType<typeof readRow> {
    return readRow(row, manner);
  }

  digestPurposes(): DigestPurposes {
    return { identity: 'report-identity', group: 'report-group', content: 'report-row' };
  }

  checkBatch(
    manager: EntityManager,
    scope: ImportScope,
    rows: readonly Row[],
  ): Promise<RowProblems[]> {
    return this.previews.check(manager, scope, rows);
  }

  preview(
    manager: EntityManager,
    scope: ImportScope,
    rows: readonly Row[],
  ): Promise<PreviewedRow[]> {
    return this.previews.preview(manager, scope, rows);
  }

  applyChunk(
    manager: EntityManager,
    scope: ImportScope,
    rows: readonly Row[],
  ): Promise<ChunkOutcome> {
    return this.rows.apply(manager, scope, rows);
  }

  /** Messages are left to the sweep: a file may write thousands, and none of them is in a hurry. */
  async settled({ importId, organisationId }: Omit<ImportScope, 'seal'>): Promise<void> {
    const reports = await this.database.inOrganisation(organisationId, (manager) =>
      manager.query<{ id: string; match_revision: number }[]>(unmatched, [
        organisationId,
        importId,
      ]),
    );
    for (const { id: reportId, match_revision: revision } of reports) {
      const report = { organisationId, reportId, revision };
      await askForMatching(this.jobs, report, { priority: FILED_PRIORITY });
    }
  }
}

const unmatched = `
  SELECT r.id, r.match_revision FROM report_sources s
    JOIN reports r ON r.organisation_id = s.organisation_id AND r.id = s.report_id
  WHERE s.organisation_id = $1 AND s.import_id = $2 AND r.state = 'open'
    AND r.matched_revision < r.match_revision
  ORDER BY r.id`;

const needed = [
  {
    anyOf: [
      'name',
      'name_arabic',
      'given_name',
      'father_name',
      'family_name',
      'mother_name',
      'known_as',
    ],
  },
  { anyOf: ['contact_name'] },
  { anyOf: ['consents', 'consent_store'] },
];
