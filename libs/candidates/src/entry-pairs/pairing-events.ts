import type { AuditEvent } from '@athar/access';
import type { EntityManager } from 'typeorm';
import { ENTRY_PAIRS } from '../like-pairs/pair-tables.js';
import type { Written } from '../like-pairs/write-like-changes.js';
import { leavingEvent } from '../matching/left-pairs.js';
import type { LoweredPair } from '../matching/lower-pairs.js';

/**
 * What the trails of organisations say of pairs that came back or left, in the order of their ids. That
 * a judged pair comes back is told to those whose members had judged it, what left the queue to all, since all share it.
 */
export async function pairingEvents(
  manager: EntityManager,
  model: string,
  { returned, lowered }: Written,
): Promise<AuditEvent[]> {
  const events = [
    ...(await returning(manager, returned)),
    ...(await leaving(manager, model, lowered)),
  ];
  return events.sort((a, b) => (a.organisationId < b.organisationId ? -1 : 1));
}

async function returning(manager: EntityManager, ids: readonly string[]): Promise<AuditEvent[]> {
  if (ids.length === 0) return [];
  const judges = await manager.query<{ organisation_id: string; pair_id: string }[]>(
    `SELECT DISTINCT organisation_id, pair_id FROM entry_pair_judgements
     WHERE pair_id = ANY($1::uuid[]) ORDER BY organisation_id, pair_id`,
    [ids],
  );
  return judges.map(({ organisation_id: organisationId, pair_id: subjectId }) => ({
    organisationId,
    action: 'entry_pair.returned',
    subjectType: ENTRY_PAIRS.subject,
    subjectId,
  }));
}

async function leaving(
  manager: EntityManager,
  model: string,
  lowered: readonly LoweredPair[],
): Promise<AuditEvent[]> {
  if (lowered.length === 0) return [];
  const all = await manager.query<{ id: string }[]>('SELECT id FROM organisations');
  return all.map(({ id }) => leavingEvent(id, ENTRY_PAIRS.subject, model, lowered));
}
