import type { Place, Seal } from '@athar/persistence';
import type { TableFormat } from '@athar/tabular';
import type { DateRead } from '../columns/vocabulary.js';
import type { ImportMode, ImportState, ImportView, ReadAs } from '../import-view.js';
import { badRowsUntil } from './bad-rows-until.js';
import { shareUndone, stayedIn, type KeptStay } from './stayed-rows.js';
import type { ImportKind } from '../target/import-target.js';

/** An import as the database gives it. */
export interface ImportRow {
  id: string;
  organisation_id: string;
  member_id: string;
  target: ImportKind;
  collection_id: string | null;
  state: ImportState;
  mode: ImportMode;
  dry_run: boolean;
  format: TableFormat;
  file_name: Buffer | null;
  read_as: Buffer | null;
  dates_read: Buffer | null;
  mapping_id: string | null;
  bytes_expected: string | null;
  bytes_received: string;
  row_count: number;
  error_count: number;
  added: number;
  changed: number;
  unchanged: number;
  undone: number;
  stayed: KeptStay[];
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

/** Where it is sealed how the file was read, with the organisation's key. */
export function readAsPlace(importId: string): Place {
  return { table: 'imports', column: 'read_as', row: importId };
}

/** Where dates are sealed that were read as another form of theirs, with the organisation's key. */
export function datesReadPlace(importId: string): Place {
  return { table: 'imports', column: 'dates_read', row: importId };
}

/** Where a row that waits to be applied is sealed, with the key of its target. */
export function stagedPlace(importId: string, rowNumber: number): Place {
  return { table: 'import_rows', column: 'record', row: `${importId}/${rowNumber}` };
}

/** Where its cells are sealed, with the key of its target. */
export function cellsPlace(importId: string, rowNumber: number): Place {
  return { table: 'import_rows', column: 'cells', row: `${importId}/${rowNumber}` };
}

/** Where the cells of a bad row are sealed, with the organisation's key. */
export function badCellsPlace(importId: string, rowNumber: number): Place {
  return { table: 'import_bad_rows', column: 'cells', row: `${importId}/${rowNumber}` };
}

/** Where what is wrong with a row is sealed, with the organisation's key. */
export function errorPlace(importId: string, rowNumber: number, ordinal: number): Place {
  return { table: 'import_errors', column: 'detail', row: `${importId}/${rowNumber}/${ordinal}` };
}

/** How the file was read. @param seal the organisation's. */
export function readAsOf(seal: Seal, row: ImportRow): ReadAs {
  const nothing: ReadAs = {
    columns: [],
    headers: [],
    sheet: null,
    sheetsLeft: [],
    headerRow: null,
    encoding: null,
    badRowsAs: null,
    dateOrder: null,
    mappingName: null,
    foreseen: {},
  };
  if (!row.read_as) return nothing;
  return { ...nothing, ...seal.openJson<Partial<ReadAs>>(readAsPlace(row.id), row.read_as) };
}

/** @param seal the organisation's. @param exportsClosedBy see ImportView. */
export function toImportView(
  seal: Seal,
  row: ImportRow,
  exportsClosedBy: string | null,
): Omit<ImportView, 'stayed'> {
  const { sheet, sheetsLeft, headerRow, encoding, dateOrder, mappingName, foreseen } = readAsOf(
    seal,
    row,
  );
  return {
    id: row.id,
    kind: row.target,
    collectionId: row.collection_id,
    exportsClosedBy,
    memberId: row.member_id,
    state: row.state,
    mode: row.mode,
    dryRun: row.dry_run,
    format: row.format,
    fileName: row.file_name ? seal.open(fileNamePlace(row.id), row.file_name) : null,
    sheet,
    sheetsLeft,
    headerRow,
    encoding,
    dateOrder,
    datesRead: row.dates_read
      ? seal.openJson<DateRead[]>(datesReadPlace(row.id), row.dates_read)
      : [],
    foreseen,
    mappingId: row.mapping_id,
    mappingName,
    counts: {
      rows: row.row_count,
      bad: row.error_count,
      added: row.added,
      changed: row.changed,
      unchanged: row.unchanged,
      undone: row.undone,
      stayed: stayedIn(row),
    },
    progress: progressOf(row),
    firstRevision: row.first_revision,
    lastRevision: row.last_revision,
    failureCode: row.failure_code,
    badRowsUntil: badRowsUntil(row)?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}

function progressOf(row: ImportRow): ImportView['progress'] {
  const applied = row.dry_run ? 0 : row.added + row.changed + row.unchanged;
  return { received: row.row_count, applied, share: shareOf(row, applied) };
}

/** Of the step at hand, 0 to 1; null where the size of the file is not known. */
function shareOf(row: ImportRow, applied: number): number | null {
  if (row.finished_at !== null) return 1;
  if (row.state === 'receiving') {
    const expected = Number(row.bytes_expected ?? 0);
    return expected > 0 ? Math.min(1, Number(row.bytes_received) / expected) : null;
  }
  if (row.state === 'applying') {
    return Math.min(1, applied / Math.max(1, row.row_count - row.error_count));
  }
  return shareUndone(row);
}
