import type { EntityManager } from 'typeorm';
import { judgedEntries } from '../sources/judged-entries.js';
import type { PlacedPhotograph } from './entry-photographs.js';
import { PhotographsJudged } from './errors.js';
import type { ChangeRow } from './hand-changes.js';

/**
 * Lets all photographs leave entries only where these stay for what else they are made of, or where
 * nobody has judged a pair with them.
 *
 * @throws PhotographsJudged
 */
export async function requireUnjudged(
  manager: EntityManager,
  entryIds: readonly string[],
): Promise<void> {
  const going = await manager.query<{ id: string }[]>(
    `SELECT e.id FROM unnest($1::uuid[]) AS e (id) WHERE NOT EXISTS (
       SELECT FROM entry_sources s WHERE s.entry_id = e.id AND s.kind <> 'photographs')`,
    [entryIds],
  );
  const judged = await judgedEntries(
    manager,
    going.map(({ id }) => id),
  );
  if (judged.size > 0) throw new PhotographsJudged();
}

/** Entries that photographs leave where a change is undone. */
export function leftEntries(
  present: readonly PlacedPhotograph[],
  { before }: ChangeRow,
): readonly string[] {
  const back = new Set(before.map(({ entryId }) => entryId));
  const held = new Set(present.flatMap((one) => one.entry_id ?? []));
  return [...held].filter((id) => !back.has(id));
}
