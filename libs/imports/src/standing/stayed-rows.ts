import type { EntityManager } from 'typeorm';
import type { ImportState, StayedView } from '../import-view.js';
import type { StayedRows } from '../target/import-target.js';

/** Why rows stayed, as it is kept with their import. */
export type KeptStay = Pick<StayedView, 'why' | 'rows'> & { importId?: string };

interface Counted {
  added: number;
  changed: number;
  unchanged: number;
  undone: number;
}

/** Rows of an import that was undone or cancelled which were not taken back; 0 for others. */
export function stayedIn(row: Counted & { state: ImportState; dry_run: boolean }): number {
  const ended = row.state === 'undone' || row.state === 'cancelled';
  return ended && !row.dry_run ? notUndone(row) : 0;
}

/** How much of what may be taken back has been, 0 to 1. */
export function shareUndone(row: Counted): number {
  return Math.min(1, row.undone / Math.max(1, row.added + row.changed + row.unchanged));
}

/** Keeps with an import that ends why its rows stay; of what nothing holds, that others had said it. */
export async function keepStayed(
  manager: EntityManager,
  row: Counted & { id: string },
  told: readonly StayedRows[],
): Promise<void> {
  const held = told.filter(({ rows }) => rows > 0);
  const free = held.reduce((left, { rows }) => left - rows, notUndone(row));
  const kept: KeptStay[] = free > 0 ? [...held, { why: 'not-its-own', rows: free }] : held;
  await manager.query('UPDATE imports SET stayed = $2 WHERE id = $1', [
    row.id,
    JSON.stringify(kept),
  ]);
}

function notUndone({ added, changed, unchanged, undone }: Counted): number {
  return Math.max(0, added + changed + unchanged - undone);
}
