import { randomUUID } from 'node:crypto';
import type { CollectionKind, CollectionView } from '@athar/registry';
import type { Session } from '../../session.js';
import { BadImportArguments } from './errors.js';
import type { Service } from './service.js';

/** Arguments that say where a file goes. */
export interface CollectionOptions {
  collection?: string;
  title?: string;
  custodian?: string;
  kind?: CollectionKind;
}

/** @throws BadImportArguments unless there is either an id, or title and custodian. */
export function checkCollection(options: CollectionOptions): void {
  const { collection, title, custodian, kind } = options;
  const described = title !== undefined && custodian !== undefined;
  const touched = title !== undefined || custodian !== undefined || kind !== undefined;
  if (collection === undefined ? described : !touched) return;
  throw new BadImportArguments(
    'Give either --collection with its id, or --title and --custodian (and --kind) of a new one.',
  );
}

/**
 * The id of the collection that the file goes to. One of the same title, custodian and kind is used
 * again, so that the same command given twice does not double its entries.
 */
export async function findOrCreateCollection(
  service: Service,
  options: CollectionOptions,
  { output }: Session,
): Promise<string> {
  if (options.collection !== undefined) return options.collection;
  const kind = options.kind ?? 'other';
  const [title, custodian] = [options.title?.trim() ?? '', options.custodian?.trim() ?? ''];
  for await (const known of service.list<CollectionView>('/api/collections')) {
    if (known.title === title && known.custodian === custodian && known.kind === kind) {
      output.note(`Using the collection of this title: ${known.id}`);
      return known.id;
    }
  }
  const wanted = { title, custodian, kind };
  const created = await service.post<CollectionView>('/api/collections', wanted, randomUUID());
  output.note(`Made the collection ${created.id}`);
  return created.id;
}
