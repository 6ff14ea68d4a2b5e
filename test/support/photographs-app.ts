import type { Actor } from '@athar/access';
import { Imports, type ImportView } from '@athar/imports';
import {
  PhotographFigures,
  PhotographHands,
  PhotographLists,
  Registry,
  TitlePatternKeeping,
  manifestRows,
  type CollectionView,
  type EntryView,
} from '@athar/registry';
import { bytesOf, startRegistry, type RegistryApp } from './registry-app.js';

/** Number, letter, photographer, date and branch: what the invented manifests are written by. */
export const titlePattern = '{number}[{suffix}] {photographer} {date:dd-mm-yyyy}[ {branch}]';

/** Six photographs of four people, three of whom have one number. */
export const manifest = [
  '1234 samer 03-05-2013 215',
  '1234 samer 03-05-2013 215',
  '١٢٣٤_سامر_٤-٥-٢٠١٣_٢١٥',
  '1234 samer 03-08-2013 215',
  '1234b rami 03-05-2013 215',
  '1234 rami 05-05-2013 227',
];

/** The services of photographs, a steward, and what a steward does with a manifest. */
export interface PhotographsApp extends RegistryApp {
  steward: Actor;
  titles: TitlePatternKeeping;
  hands: PhotographHands;
  lists: PhotographLists;
  figures: PhotographFigures;
  /** A collection whose titles can be read. */
  archive(): Promise<CollectionView>;
  /** Brings a plain list of titles in. */
  bringTitles(
    collection: CollectionView,
    lines: readonly string[],
    settings?: { dryRun?: boolean; mode?: 'keep_good' | 'all_or_nothing' },
  ): Promise<ImportView>;
  /** The entries of a collection that are there, by number and first day. */
  entriesOf(collection: CollectionView): Promise<Map<string, EntryView>>;
}

export async function startPhotographs(): Promise<PhotographsApp> {
  const app = await startRegistry();
  const steward = await app.member('steward', 'reviewer');
  const titles = app.context.get(TitlePatternKeeping);
  return {
    ...app,
    steward,
    titles,
    hands: app.context.get(PhotographHands),
    lists: app.context.get(PhotographLists),
    figures: app.context.get(PhotographFigures),
    archive: async () => {
      const collection = await app.collection(steward);
      await titles.save(steward, collection.id, 1, { patterns: [titlePattern] });
      return collection;
    },
    bringTitles: async (collection, lines, settings = {}) => {
      const imports = app.context.get(Imports);
      const request = {
        ...({ kind: 'titles', collectionId: collection.id, format: 'jsonl' } as const),
        ...{ mode: settings.mode ?? ('keep_good' as const), dryRun: settings.dryRun ?? false },
      };
      const rows = manifestRows(bytesOf(`${lines.join('\n')}\n`), { listing: 'auto' });
      const received = await imports.receive(steward, request, rows);
      await imports.apply(steward.organisationId, received.id);
      return imports.read(steward, received.id);
    },
    entriesOf: (collection) => entriesOf(app, steward, collection),
  };
}

async function entriesOf(app: RegistryApp, steward: Actor, collection: CollectionView) {
  const rows = await app.ask<{ id: string }>(
    'SELECT id FROM athar.entries WHERE collection_id = $1 AND removed_at IS NULL ORDER BY id',
    [collection.id],
  );
  const registry = app.context.get(Registry);
  const entries = new Map<string, EntryView>();
  for (const { id } of rows) {
    const entry = await registry.readEntry(steward, id, 'quality_check');
    const { numbers, photoDates } = entry.document;
    entries.set(`${numbers[0]?.value} ${[...(photoDates ?? [])].sort()[0] ?? ''}`.trim(), entry);
  }
  return entries;
}

/** How many photographs an entry refers to. */
export function photographsIn(entry: EntryView | undefined): number | undefined {
  return entry?.document.images?.length;
}
