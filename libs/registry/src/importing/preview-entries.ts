import type { EntityManager } from 'typeorm';
import { canonicalJson, type ImportScope, type PreviewedRow, type StagedRow } from '@athar/imports';
import type { EntryDocument } from '../entry-document.js';
import { entryPlace } from '../entry-row.js';

interface Known {
  id: string;
  identity: Buffer;
  content: Buffer;
  record: Buffer;
}

/** What rows would do to the entries of their collection. */
export async function previewEntries(
  manager: EntityManager,
  { collectionId, seal }: ImportScope,
  rows: readonly StagedRow<EntryDocument>[],
): Promise<PreviewedRow[]> {
  const found = await manager.query<Known[]>(
    `SELECT id, identity, content, record FROM entries
     WHERE collection_id = $1 AND identity = ANY($2::bytea[])`,
    [collectionId, rows.map((row) => row.identity)],
  );
  const known = new Map(found.map((entry) => [entry.identity.toString('hex'), entry]));
  return rows.map(({ number, identity, content, document }): PreviewedRow => {
    const entry = known.get(identity.toString('hex'));
    if (entry === undefined) return { number, outcome: 'added', fields: [] };
    if (entry.content.equals(content)) return { number, outcome: 'unchanged', fields: [] };
    const before = seal.openJson<EntryDocument>(entryPlace(entry.id), entry.record);
    return { number, outcome: 'changed', fields: changedFields(before, document) };
  });
}

/** Names of the fields that differ; of names each part by itself. */
export function changedFields(before: EntryDocument, after: EntryDocument): string[] {
  const { names: namesBefore, ...restBefore } = before;
  const { names: namesAfter, ...restAfter } = after;
  return [
    ...differing(restBefore, restAfter),
    ...differing(namesBefore, namesAfter).map((name) => `names.${name}`),
  ].sort();
}

function differing(before: object, after: object): string[] {
  const [one, other] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (key) => canonicalJson([one.get(key)]) !== canonicalJson([other.get(key)]),
  );
}
