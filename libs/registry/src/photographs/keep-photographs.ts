import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { mapInTurns, type ImportScope, type RowProblems, type StagedRow } from '@athar/imports';
import type { TitlePatterns } from '@athar/photo-titles';
import type { FreshPhotograph } from './insert-photographs.js';
import type { ListedPhotograph } from './listed-photograph.js';
import { photographColumns, photographPlace, type PhotographRow } from './photograph-row.js';
import { readPhotograph, unreadTitle, type ReadPhotograph } from './reading-titles.js';

/** What rows of a manifest did to the photographs of a collection. */
export interface KeptPhotographs {
  added: number;
  /** Those that are added: not stored yet. */
  fresh: FreshPhotograph[];
  changed: number;
  unchanged: number;
  problems: RowProblems[];
  /** Numbers whose groups may be other now. */
  numberKeys: Buffer[];
  /** Groups that photographs may have left. */
  groupIds: string[];
}

export interface ToBeKept {
  row: StagedRow<ListedPhotograph>;
  read: ReadPhotograph;
  before: (PhotographRow & { title_key: Buffer }) | undefined;
}

/** Pairs rows that can be read with what is stored of them; the others with why they cannot. */
export async function compareRows(
  manager: EntityManager,
  scope: ImportScope,
  patterns: TitlePatterns,
  rows: readonly StagedRow<ListedPhotograph>[],
): Promise<{ readable: ToBeKept[]; problems: RowProblems[] }> {
  const stored = await manager.query<(PhotographRow & { title_key: Buffer })[]>(
    `SELECT ${photographColumns}, p.title_key FROM photographs p
     WHERE p.collection_id = $1 AND p.title_key = ANY($2::bytea[])`,
    [scope.collectionId, rows.map((row) => row.identity)],
  );
  const byKey = new Map(stored.map((row) => [row.title_key.toString('hex'), row]));
  const readable: ToBeKept[] = [];
  const problems: RowProblems[] = [];
  await mapInTurns(rows, (row) => {
    const read = readPhotograph(scope.seal, patterns, row.document);
    const before = byKey.get(row.identity.toString('hex'));
    if (read) readable.push({ row, read, before });
    else problems.push({ number: row.number, problems: [unreadTitle(patterns, row.document)] });
  });
  return { readable, problems };
}

/**
 * Keeps the photographs that rows name: other versions of those that say otherwise, and new ones, which
 * are stored with their groups by regroup.
 */
export async function keepPhotographs(
  manager: EntityManager,
  scope: ImportScope,
  patterns: TitlePatterns,
  rows: readonly StagedRow<ListedPhotograph>[],
): Promise<KeptPhotographs> {
  const { readable, problems } = await compareRows(manager, scope, patterns, rows);
  const added = readable.filter(({ before }) => before === undefined);
  const known = readable.filter(({ before }) => before !== undefined);
  const changed = known.filter(saysOtherwise);
  const looked = await numbersLookedAt(manager, scope, known);
  const anew = readable.filter(
    (one) => saysOtherwise(one) || !looked.has(one.read.numberKey.toString('hex')),
  );
  await changePhotographs(manager, scope, changed);
  await nameThem(
    manager,
    scope,
    known.filter((one) => !saysOtherwise(one)),
  );
  return {
    added: added.length,
    fresh: added.map(({ row, read }) => ({
      ...{ id: randomUUID(), titleKey: row.identity, importId: scope.importId, read },
    })),
    changed: changed.length,
    unchanged: known.length - changed.length,
    problems,
    numberKeys: anew.flatMap(({ read, before }) =>
      before ? [read.numberKey, before.number_key] : [read.numberKey],
    ),
    groupIds: anew.flatMap(({ before }) => before?.group_id ?? []),
  };
}

function saysOtherwise({ read, before }: ToBeKept): boolean {
  return before?.content.equals(read.content) !== true;
}

/**
 * Numbers that an earlier chunk of the same import named a photograph of: all their photographs were
 * grouped with that chunk, so that rows that change nothing give no reason to group them again.
 */
async function numbersLookedAt(
  manager: EntityManager,
  { collectionId, importId }: ImportScope,
  known: readonly ToBeKept[],
): Promise<Set<string>> {
  if (known.length === 0) return new Set();
  const rows = await manager.query<{ number_key: Buffer }[]>(
    `SELECT DISTINCT number_key FROM photographs
     WHERE collection_id = $1 AND number_key = ANY($2::bytea[]) AND (import_id = $3 OR $3 = ANY(named_in))`,
    [collectionId, known.map(({ read }) => read.numberKey), importId],
  );
  return new Set(rows.map((row) => row.number_key.toString('hex')));
}

/** Notes that the import says of photographs what they say already. */
async function nameThem(
  manager: EntityManager,
  { importId }: ImportScope,
  same: readonly ToBeKept[],
): Promise<void> {
  if (same.length === 0) return;
  await manager.query(
    `UPDATE photographs SET named_in = named_in || $2::uuid
     WHERE id = ANY($1::uuid[]) AND import_id <> $2 AND $2 <> ALL(named_in)`,
    [same.map(({ before }) => before?.id), importId],
  );
}

async function changePhotographs(
  manager: EntityManager,
  { seal, importId }: ImportScope,
  changed: readonly ToBeKept[],
): Promise<void> {
  if (changed.length === 0) return;
  const ids = changed.map(({ before }) => before?.id ?? '');
  await keepVersions(manager, ids);
  await manager.query(
    `UPDATE photographs p SET number_key = n.number_key, day_key = n.day_key, content = n.content,
            record = n.record, import_id = $1, named_in = '{}', version = p.version + 1
     FROM unnest($2::uuid[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[])
       AS n (id, number_key, day_key, content, record)
     WHERE p.id = n.id`,
    [
      importId,
      ids,
      ...digestsOf(changed),
      changed.map(({ read }, index) =>
        seal.sealJson(photographPlace(ids[index] ?? ''), read.record),
      ),
    ],
  );
}

/** Copies what photographs say now to their history. */
async function keepVersions(manager: EntityManager, ids: readonly string[]): Promise<void> {
  await manager.query(
    `INSERT INTO photograph_versions (photograph_id, number_key, day_key, content, record, version, import_id, named_in)
     SELECT id, number_key, day_key, content, record, version, import_id, named_in FROM photographs
     WHERE id = ANY($1::uuid[])`,
    [ids],
  );
}

function digestsOf(kept: readonly ToBeKept[]): [Buffer[], (Buffer | null)[], Buffer[]] {
  return [
    kept.map(({ read }) => read.numberKey),
    kept.map(({ read }) => read.dayKey),
    kept.map(({ read }) => read.content),
  ];
}
