import type { EntityManager } from 'typeorm';
import { sourceColumns, sourceVersionColumns, type SourceRow } from './source-row.js';
import type { EndOfVersion } from './source.js';

/** Sources by their ids; unknown ones are left out, no order is promised. */
export function readSources(manager: EntityManager, ids: readonly string[]): Promise<SourceRow[]> {
  return manager.query<SourceRow[]>(
    `SELECT ${sourceColumns} FROM entry_sources s WHERE s.id = ANY($1::uuid[])`,
    [ids],
  );
}

/** A source with what the reader's organisation may know of who wrote it. */
export interface SignedRow extends SourceRow {
  /** Null where it is of another organisation. */
  own_import: string | null;
  own_member: string | null;
}

export interface SignedVersionRow extends SignedRow {
  replaced_at: Date;
  ended: EndOfVersion;
}

/** Row-level security leaves of imports and members those of the reader's organisation. */
const signed = `i.id AS own_import, m.id AS own_member`;
const signatures =
  'LEFT JOIN imports i ON i.id = s.import_id LEFT JOIN members m ON m.id = s.member_id';

/** The sources of an entry, oldest first. */
export function sourcesOfEntry(manager: EntityManager, entryId: string): Promise<SignedRow[]> {
  return manager.query<SignedRow[]>(
    `SELECT ${sourceColumns}, ${signed} FROM entry_sources s ${signatures}
     WHERE s.entry_id = $1 ORDER BY s.created_at, s.id`,
    [entryId],
  );
}

/** Earlier versions of what an entry is or was made of, newest first. */
export function versionsOfEntry(
  manager: EntityManager,
  entryId: string,
): Promise<SignedVersionRow[]> {
  return manager.query<SignedVersionRow[]>(
    `SELECT ${sourceVersionColumns}, ${signed}, s.replaced_at, s.ended
     FROM entry_source_versions s ${signatures}
     WHERE s.entry_id = $1 ORDER BY s.replaced_at DESC, s.source_id, s.version DESC LIMIT 200`,
    [entryId],
  );
}
