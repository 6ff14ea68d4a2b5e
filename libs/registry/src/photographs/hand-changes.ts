import type { EntityManager } from 'typeorm';
import type { Place, Seal } from '@athar/persistence';
import type { HandLabel } from '@athar/photo-titles';
import { PhotographChangeNotFound } from './errors.js';
import type { PhotographChangeView } from './photographs-view.js';

/** Where a photograph belonged before it was moved by hand. */
export interface FormerPlace {
  id: string;
  groupId: string | null;
  entryId: string | null;
  label: HandLabel | null;
}

export interface ChangeRow {
  id: string;
  collection_id: string;
  kind: 'split' | 'merge';
  entry_id: string;
  other_entry_id: string | null;
  label_id: string;
  before: FormerPlace[];
  reason: Buffer;
  member_id: string;
  created_at: Date;
  undone_at: Date | null;
}

export type NewChange = Omit<ChangeRow, 'created_at' | 'undone_at' | 'reason'> & { reason: string };

/** A change with what the reader's organisation may know of who made it. */
export interface SignedChangeRow extends ChangeRow {
  /** Null where it is a member of another organisation: row-level security leaves those out. */
  own_member: string | null;
}

/** Of `photograph_changes c`. */
export const signedChange =
  'c.*, (SELECT m.id FROM members m WHERE m.id = c.member_id) AS own_member';

function reasonPlace(id: string): Place {
  return { table: 'photograph_changes', column: 'reason', row: id };
}

export async function keepChange(
  manager: EntityManager,
  seal: Seal,
  change: NewChange,
): Promise<void> {
  await manager.query(
    `INSERT INTO photograph_changes (id, collection_id, kind, entry_id, other_entry_id, label_id, before,
                                     reason, member_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      change.id,
      change.collection_id,
      change.kind,
      change.entry_id,
      change.other_entry_id,
      change.label_id,
      JSON.stringify(change.before),
      seal.seal(reasonPlace(change.id), change.reason),
      change.member_id,
    ],
  );
}

/** @throws PhotographChangeNotFound */
export async function readChange(manager: EntityManager, id: string): Promise<SignedChangeRow> {
  const [row] = await manager.query<SignedChangeRow[]>(
    `SELECT ${signedChange} FROM photograph_changes c WHERE c.id = $1 FOR UPDATE`,
    [id],
  );
  if (!row) throw new PhotographChangeNotFound();
  return row;
}

export function toChangeView(seal: Seal, row: SignedChangeRow): PhotographChangeView {
  return {
    id: row.id,
    kind: row.kind,
    collectionId: row.collection_id,
    entryId: row.entry_id,
    otherEntryId: row.other_entry_id,
    photographs: row.before.length,
    reason: seal.open(reasonPlace(row.id), row.reason),
    memberId: row.own_member,
    createdAt: row.created_at.toISOString(),
    undoneAt: row.undone_at?.toISOString() ?? null,
  };
}
