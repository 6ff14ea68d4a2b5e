import { randomUUID } from 'node:crypto';
import type { CollectionKind, CollectionView } from '@athar/registry';
import type { Session } from '../../session.js';
import { BadArguments } from '../service/errors.js';
import type { Service } from '../service/service.js';

/** Arguments that say where a file goes. */
export interface CollectionOptions {
  collection?: string;
  title?: string;
  custodian?: string;
  kind?: CollectionKind;
  titles?: true;
  reports?: true;
  dryRun?: true;
}

/** @throws BadArguments unless there is either an id, or title and custodian; of reports neither. */
export function checkCollection(options: CollectionOptions): void {
  const { collection, title, custodian, kind, reports } = options;
  const described = title !== undefined && custodian !== undefined;
  const touched = title !== undefined || custodian !== undefined || kind !== undefined;
  if (reports) {
    if (collection === undefined && !touched) return;
    throw new BadArguments('Reports go into no collection: leave out what describes one.');
  }
  if (collection === undefined ? described : !touched) return;
  throw new BadArguments(
    'Give either --collection with its id, or --title and --custodian (and --kind) of a new one.',
  );
}

/**
 * The id of the collection that the file goes to. One of the same title, custodian and kind is used
 * again, so that the same command given twice does not double its entries. Undefined where there is
 * none and a dry run must not make it.
 */
export async function findOrCreateCollection(
  service: Service,
  options: CollectionOptions,
  { output }: Session,
): Promise<string | undefined> {
  if (options.collection !== undefined) return options.collection;
  const kind = options.kind ?? (options.titles ? 'photo_archive' : 'other');
  const [title, custodian] = [options.title?.trim() ?? '', options.custodian?.trim() ?? ''];
  for await (const known of service.list<CollectionView>('/api/collections')) {
    if (known.title === title && known.custodian === custodian && known.kind === kind) {
      output.note(`Using the collection of this title: ${known.id}`);
      return known.id;
    }
  }
  if (options.dryRun) return undefined;
  const wanted = { title, custodian, kind };
  const created = await service.post<CollectionView>('/api/collections', wanted, randomUUID());
  output.note(`Made the collection ${created.id}`);
  return created.id;
}
