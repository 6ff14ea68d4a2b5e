import type { EntityManager } from 'typeorm';
import { canonicalJson, type PreviewedRow, type StagedRow } from '@athar/imports';
import type { EntryDocument } from '../entry-document.js';
import { readSources } from '../sources/read-sources.js';
import { openSource } from '../sources/source-row.js';
import type { HandDocument, SourceDocument } from '../sources/source.js';
import { placeRows, type RowScope } from './row-writes.js';

/** What rows would do to the entries of their collection; nothing of those that cannot be placed. */
export async function previewEntries(
  manager: EntityManager,
  scope: RowScope,
  rows: readonly StagedRow<EntryDocument>[],
): Promise<PreviewedRow[]> {
  const { writes, unchanged } = await placeRows(manager, scope, rows);
  const found = await readSources(
    manager,
    writes.flatMap(({ write }) => write.sourceId ?? []),
  );
  const known = new Map(found.map((source) => [source.id, source]));
  const same = unchanged.map(({ row: { number } }): PreviewedRow => ({
    number,
    outcome: 'unchanged',
    fields: [],
  }));
  const different = writes.map(({ row: { number, content, document }, write }): PreviewedRow => {
    const source = known.get(write.sourceId ?? '');
    if (source === undefined && write.entryId === undefined)
      return { number, outcome: 'added', fields: [] };
    if (source === undefined)
      return { number, outcome: 'changed', fields: changedFields({}, document) };
    if (source.content.equals(content)) return { number, outcome: 'unchanged', fields: [] };
    const before = openSource(scope.seal, source).document;
    return { number, outcome: 'changed', fields: changedFields(before, document) };
  });
  return [...same, ...different];
}

/** Names of the fields that differ; of names each part by itself. */
function changedFields(before: SourceDocument | HandDocument, after: EntryDocument): string[] {
  const { names: namesBefore = {}, ...restBefore } = before;
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
