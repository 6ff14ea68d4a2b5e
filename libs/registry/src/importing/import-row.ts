import type { Place, Seal } from '@athar/persistence';
import type { TableFormat } from '@athar/tabular';
import type { ImportMode, ImportState, ImportView } from '../import-view.js';

/** An import as the database gives it. */
export interface ImportRow {
  id: string;
  organisation_id: string;
  member_id: string;
  collection_id: string;
  state: ImportState;
  mode: ImportMode;
  dry_run: boolean;
  format: TableFormat;
  file_name: Buffer | null;
  row_count: number;
  error_count: number;
  added: number;
  changed: number;
  unchanged: number;
  applied_through: number;
  first_revision: string | null;
  last_revision: string | null;
  failure_code: string | null;
  created_at: Date;
  created_text: string;
  finished_at: Date | null;
}

/** Where the name of an import's file is sealed, with the organisation's key. */
export function fileNamePlace(importId: string): Place {
  return { table: 'imports', column: 'file_name', row: importId };
}

/** Where a row that waits to become an entry is sealed, with the registry's key. */
export function stagedPlace(importId: string, rowNumber: number): Place {
  return { table: 'import_rows', column: 'record', row: `${importId}/${rowNumber}` };
}

/** Where what is wrong with a row is sealed, with the organisation's key. */
export function errorPlace(importId: string, rowNumber: number, ordinal: number): Place {
  return { table: 'import_errors', column: 'detail', row: `${importId}/${rowNumber}/${ordinal}` };
}

/** @param seal the organisation's. */
export function toImportView(seal: Seal, row: ImportRow): ImportView {
  return {
    id: row.id,
    collectionId: row.collection_id,
    memberId: row.member_id,
    state: row.state,
    mode: row.mode,
    dryRun: row.dry_run,
    format: row.format,
    fileName: row.file_name ? seal.open(fileNamePlace(row.id), row.file_name) : null,
    counts: {
      rows: row.row_count,
      bad: row.error_count,
      added: row.added,
      changed: row.changed,
      unchanged: row.unchanged,
    },
    firstRevision: row.first_revision,
    lastRevision: row.last_revision,
    failureCode: row.failure_code,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}
