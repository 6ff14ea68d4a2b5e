import { canonicalJson, mapInTurns, type RevisionRange } from '@athar/imports';
import { groupPhotographs, textOfKey } from '@athar/photo-titles';
import type { SourceDocument, SourceWrite } from '../sources/index.js';
import { assignGroups, type AssignedGroup } from './assign-groups.js';
import { removableGroups } from './emptied-groups.js';
import { groupDocument } from './group-document.js';
import { groupPlace, readGroups, reasonOf, type GroupReason, type GroupRow } from './group-row.js';
import type { Grouping } from './grouping.js';
import { freshRow, insertPhotographs, type FreshPhotograph } from './insert-photographs.js';
import { joinRows } from './join-rows.js';
import { loadPhotographs } from './load-photographs.js';
import { lostPhotographs } from './lost-photographs.js';
import { knownPhotograph, openPhotograph } from './photograph-row.js';

/** What may be grouped otherwise than before. */
export interface ToRegroup {
  /** Photographs that are to be stored. Their numbers are among the keys. */
  fresh?: readonly FreshPhotograph[];
  numberKeys: readonly Buffer[];
  /** Groups that photographs may have left. */
  groupIds: readonly string[];
  /** Entries that groups without a source go to. */
  entryOf?: ReadonlyMap<string, string>;
  /** Groups that photographs are held to belong to, other than the stored ones. */
  groupOf?: ReadonlyMap<string, string>;
}

interface ChangedGroup {
  group: AssignedGroup;
  document: SourceDocument;
  content: Buffer;
  identity: Buffer;
  before: GroupRow | undefined;
}

const writesAtOnce = 500;

/**
 * Groups photographs anew and tells their entries; groups that say the same are left alone. The
 * caller holds the collection.
 */
export async function regroup(to: Grouping, what: ToRegroup): Promise<RevisionRange | undefined> {
  const { manager, seal, settings } = to;
  const rows = await loadPhotographs(manager, settings.collectionId, what.numberKeys);
  const stored = await mapInTurns(rows, (row) => {
    const { says } = openPhotograph(seal, row);
    const photograph = knownPhotograph(says, row, settings.assumedBranch);
    const heldIn = what.groupOf?.get(row.id) ?? photograph.groupId;
    return { ...photograph, heldIn };
  });
  const fresh = what.fresh ?? [];
  const added = fresh.map((one) =>
    knownPhotograph(one.read.record.says, freshRow(one), settings.assumedBranch),
  );
  const opened = [...stored, ...added].sort((one, other) => (one.id < other.id ? -1 : 1));
  const known = new Map(opened.map((photograph) => [photograph.id, photograph]));
  const lost = await lostPhotographs(manager, seal, settings.collectionId);
  const former = await formerGroups(to, [
    ...rows.flatMap(({ id }) => lost.get(id) ?? []),
    ...what.groupIds,
    ...rows.flatMap((row) => row.group_id ?? []),
    ...rows.flatMap((row) => row.label_id ?? []),
  ]);
  const formerRows = former.map(({ row }) => row);
  const groups = assignGroups(groupPhotographs(opened, settings), known, former, lost);
  const before = new Map(formerRows.map((row) => [row.id, row]));
  const compared = await mapInTurns(groups, (group) =>
    changedGroup(to, group, before.get(group.id)),
  );
  const changed = compared.filter((group) => group !== undefined);
  await writeGroups(to, changed);
  await placePhotographs(to, fresh, groups);
  const present = new Set(groups.map((group) => group.id));
  const keptEmpty = new Set(lost.values());
  const emptied = formerRows.filter((row) => !present.has(row.id) && !keptEmpty.has(row.id));
  const gone = await removableGroups(to, emptied);
  return tellEntries(to, changed, gone, what.entryOf);
}

/** Stored groups with their keys, oldest first. */
async function formerGroups({ manager, seal }: Grouping, ids: readonly string[]) {
  const rows = await readGroups(manager, [...new Set(ids)]);
  return mapInTurns(rows, (row) => {
    const { key } = seal.openJson<GroupReason>(groupPlace(row.id), row.record);
    return { id: row.id, key: textOfKey(key), row };
  });
}

function changedGroup(
  { seal, settings }: Grouping,
  group: AssignedGroup,
  before: GroupRow | undefined,
): ChangedGroup | undefined {
  const document = groupDocument(group);
  const said = { document, reason: reasonOf(group, settings.windowDays), doubts: group.doubts };
  const content = seal.digest('photograph-group-content', canonicalJson(said));
  if (before?.content.equals(content) && before.source_id !== null) return undefined;
  return { group, document, content, identity: seal.digest('photograph-group', group.id), before };
}

async function writeGroups(
  { manager, seal, settings }: Grouping,
  changed: readonly ChangedGroup[],
) {
  if (changed.length === 0) return;
  await manager.query(
    `INSERT INTO photograph_groups (collection_id, id, identity, doubts, content, record)
     SELECT $1, n.id, n.identity, string_to_array(n.doubts, ','), n.content, n.record
     FROM unnest($2::uuid[], $3::bytea[], $4::text[], $5::bytea[], $6::bytea[])
       AS n (id, identity, doubts, content, record)
     ON CONFLICT (id) DO UPDATE
       SET doubts = excluded.doubts, content = excluded.content, record = excluded.record, emptied_by = NULL`,
    [
      settings.collectionId,
      changed.map(({ group }) => group.id),
      changed.map(({ identity }) => identity),
      changed.map(({ group }) => group.doubts.join(',')),
      changed.map(({ content }) => content),
      changed.map(({ group }) =>
        seal.sealJson(groupPlace(group.id), reasonOf(group, settings.windowDays)),
      ),
    ],
  );
}

/** Stores new photographs in their groups, and moves those that belong to another one now. */
async function placePhotographs(
  { manager, seal, settings }: Grouping,
  fresh: readonly FreshPhotograph[],
  groups: readonly AssignedGroup[],
): Promise<void> {
  const groupOf = new Map(
    groups.flatMap((group) => group.photographs.map(({ id }) => [id, group.id] as const)),
  );
  await insertPhotographs(manager, seal, settings.collectionId, fresh, groupOf);
  const unstored = new Set(fresh.map(({ id }) => id));
  const moved = groups.flatMap((group) =>
    group.photographs.flatMap(({ id, groupId }) =>
      groupId === group.id || unstored.has(id) ? [] : { id, to: group.id },
    ),
  );
  if (moved.length === 0) return;
  await manager.query(
    `UPDATE photographs p SET group_id = n.group_id
     FROM unnest($1::uuid[], $2::uuid[]) AS n (id, group_id) WHERE p.id = n.id`,
    [moved.map(({ id }) => id), moved.map((one) => one.to)],
  );
}

/** Tells entries what their groups say, and takes from them those that are no more. */
async function tellEntries(
  to: Grouping,
  changed: readonly ChangedGroup[],
  gone: readonly GroupRow[],
  entryOf: ReadonlyMap<string, string> = new Map(),
): Promise<RevisionRange | undefined> {
  const { manager, seal, sources, settings, by } = to;
  await manager.query('DELETE FROM photograph_groups WHERE id = ANY($1::uuid[])', [
    gone.map(({ id }) => id),
  ]);
  const founding = changed.filter(({ before }) => before?.source_id == null);
  const joined = await joinRows(
    to,
    founding.filter(({ group }) => !entryOf.has(group.id)),
  );
  const destinations = new Map(
    founding.map(({ group: { id } }) => [id, entryOf.get(id) ?? joined.get(id)]),
  );
  const writes = changed.map(({ group, document, identity }): SourceWrite => {
    const entryId = destinations.get(group.id);
    const { collectionId } = settings;
    const write = { collectionId, kind: 'photographs' as const, identity, document, by };
    return entryId === undefined ? write : { ...write, entryId };
  });
  const written: (RevisionRange | null)[] = [];
  for (let at = 0; at < writes.length; at += writesAtOnce) {
    const put = await sources.put(manager, seal, writes.slice(at, at + writesAtOnce));
    written.push(put.revisions);
  }
  const lost = gone.flatMap((row) => row.source_id ?? []);
  if (lost.length > 0) written.push((await sources.remove(manager, seal, lost, by)).revisions);
  return rangeOf(written);
}

function rangeOf(ranges: readonly (RevisionRange | null)[]): RevisionRange | undefined {
  const given = ranges.filter((range) => range !== null);
  const [first] = given;
  const last = given.at(-1);
  return first && last ? { first: first.first, last: last.last } : undefined;
}
