import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { mapInTurns, type ImportScope, type StagedRow } from '@athar/imports';
import { groupPhotographs } from '@athar/photo-titles';
import { patternsOf } from './check-settings.js';
import { compareRows, type ToBeKept } from './keep-photographs.js';
import type { ListedPhotograph } from './listed-photograph.js';
import { loadPhotographs } from './load-photographs.js';
import { knownPhotograph, openPhotograph } from './photograph-row.js';
import type { ReadingSettings } from './title-settings.js';

const unstored = { group_id: null, label_id: null, label_kind: null };

/** How many groups the photographs of a list would be in, together with those that are there. */
export async function foreseeGroups(
  manager: EntityManager,
  scope: ImportScope,
  settings: ReadingSettings,
  chunks: AsyncIterable<readonly StagedRow<ListedPhotograph>[]>,
): Promise<{ groups: number }> {
  const { seal, collectionId } = scope;
  const patterns = patternsOf(settings.patterns);
  const listed: ToBeKept[] = [];
  for await (const rows of chunks) {
    listed.push(...(await compareRows(manager, scope, patterns, rows)).readable);
  }
  const named = listed.map(({ read, before }) => {
    const row = before ?? { id: randomUUID(), ...unstored };
    return knownPhotograph(read.record.says, row, settings.assumedBranch);
  });
  const ids = new Set(named.map(({ id }) => id));
  const keys = listed.map(({ read }) => read.numberKey);
  const stored = await loadPhotographs(manager, collectionId ?? '', keys);
  const others = await mapInTurns(
    stored.filter(({ id }) => !ids.has(id)),
    (row) => knownPhotograph(openPhotograph(seal, row).says, row, settings.assumedBranch),
  );
  const groups = groupPhotographs([...named, ...others], settings);
  const theirs = groups.filter(({ photographs }) => photographs.some(({ id }) => ids.has(id)));
  return { groups: theirs.length };
}
