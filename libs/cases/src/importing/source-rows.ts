import type { EntityManager } from 'typeorm';
import type { ImportScope, StagedRow } from '@athar/imports';
import { canonicalJson } from '@athar/imports';
import type { Seal } from '@athar/persistence';
import type { ImportedReport } from './imported-report.js';

/** A report that came out of a file, and what its row said. */
export interface ReportSource {
  report_id: string;
  content: Buffer;
  report_version: number;
}

/** Where a row belongs: to a report that a file brought, to one entered by hand, or to none yet. */
export interface PlacedRow {
  row: StagedRow<ImportedReport>;
  /** Digest of what the row says, without the id that its file gives it. */
  content: Buffer;
  reportId?: string;
  source?: ReportSource;
}

interface FoundRow extends ReportSource {
  identity: Buffer;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Digest of what a row says; the same for two rows that say the same under different ids. */
export function contentOf(seal: Seal, { report, contacts }: ImportedReport): Buffer {
  return seal.digest('report-content', canonicalJson({ report, contacts }));
}

/** Finds the reports that rows are about: by what they are known by, else by the id of a report. */
export async function placeRows(
  manager: EntityManager,
  { organisationId, seal }: ImportScope,
  rows: readonly StagedRow<ImportedReport>[],
): Promise<PlacedRow[]> {
  const known = await manager.query<FoundRow[]>(
    `SELECT identity, report_id, content, report_version FROM report_sources
     WHERE organisation_id = $1 AND identity = ANY($2::bytea[])`,
    [organisationId, rows.map(({ identity }) => identity)],
  );
  const byIdentity = new Map(known.map((source) => [source.identity.toString('hex'), source]));
  const ids = rows.flatMap(({ document }) => reportIdIn(document) ?? []);
  const reports = await reportsOf(manager, organisationId, ids);
  return rows.map((row): PlacedRow => {
    const content = contentOf(seal, row.document);
    const source = byIdentity.get(row.identity.toString('hex'));
    if (source) return { row, content, reportId: source.report_id, source };
    const report = reports.get(reportIdIn(row.document) ?? '');
    if (report === undefined) return { row, content };
    const { report_id: reportId, content: said, report_version } = report;
    if (said === null || report_version === null) return { row, content, reportId };
    return {
      row,
      content,
      reportId,
      source: { report_id: reportId, content: said, report_version },
    };
  });
}

type Report = { report_id: string } & (
  Pick<ReportSource, 'content' | 'report_version'> | { content: null; report_version: null }
);

async function reportsOf(
  manager: EntityManager,
  organisationId: string,
  ids: readonly string[],
): Promise<Map<string, Report>> {
  if (ids.length === 0) return new Map();
  const rows = await manager.query<Report[]>(
    `SELECT r.id AS report_id, s.content, s.report_version FROM reports r
       LEFT JOIN report_sources s ON s.organisation_id = r.organisation_id AND s.report_id = r.id
     WHERE r.organisation_id = $1 AND r.id = ANY($2::uuid[])`,
    [organisationId, ids],
  );
  return new Map(rows.map((row) => [row.report_id, row]));
}

/** An id that may be a report's own: exports give it. */
function reportIdIn({ sourceId }: ImportedReport): string | undefined {
  return sourceId !== undefined && uuid.test(sourceId) ? sourceId.toLowerCase() : undefined;
}

/** Notes that a report came out of a file. */
export async function addSource(
  manager: EntityManager,
  { organisationId, importId }: ImportScope,
  { row, content }: PlacedRow,
  reportId: string,
): Promise<void> {
  await manager.query(
    `INSERT INTO report_sources
       (organisation_id, identity, report_id, added_in, import_id, content, report_version)
     VALUES ($1, $2, $3, $4, $4, $5, 1)`,
    [organisationId, row.identity, reportId, importId, content],
  );
}

/** Notes that a report says what a later row says. */
export async function renewSource(
  manager: EntityManager,
  { organisationId, importId }: ImportScope,
  reportId: string,
  { content, version }: { content: Buffer; version: number },
): Promise<void> {
  await manager.query(
    `UPDATE report_sources SET import_id = $3, named_in = '{}', content = $4, report_version = $5,
            updated_at = now()
     WHERE organisation_id = $1 AND report_id = $2`,
    [organisationId, reportId, importId, content, version],
  );
}
