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
  /** Terms of a new collection; false: its custodian does not allow matching. */
  match?: boolean;
  mayDisclose?: true;
  /** Day as 2026-11-22. */
  embargoUntil?: string;
}

/** @throws BadArguments unless there is either an id, or title and custodian; of reports neither. */
export function checkCollection(options: CollectionOptions): void {
  const { collection, title, custodian, kind, reports } = options;
  const described = title !== undefined && custodian !== undefined;
  const touched =
    title !== undefined || custodian !== undefined || kind !== undefined || hasTerms(options);
  if (reports) {
    if (collection === undefined && !touched) return;
    throw new BadArguments('Reports go into no collection: leave out what describes one.');
  }
  if (collection === undefined ? described : !touched) return;
  throw new BadArguments(
    'Give either --collection with its id, or --title and --custodian (with --kind and terms) of a ' +
      'new one.',
  );
}

/**
 * The id of the collection that the file goes to, where it is there. One of the same title, custodian and
 * kind is used again, so that the same command given twice does not double its entries.
 */
export async function findCollection(
  service: Service,
  options: CollectionOptions,
  { output }: Session,
): Promise<string | undefined> {
  if (options.collection !== undefined) return options.collection;
  const { title, custodian, kind } = described(options);
  for await (const known of service.list<CollectionView>('/api/collections')) {
    if (known.title === title && known.custodian === custodian && known.kind === kind) {
      const terms = hasTerms(options) ? ' Its terms stay as they are.' : '';
      output.note(`Using the collection of this title: ${known.id}.${terms}`);
      return known.id;
    }
  }
  return undefined;
}

/** The collection that the arguments describe, for the address of a file that makes its collection when it was received. */
export function newCollectionQuery(options: CollectionOptions): Record<string, string> {
  const { title, custodian, kind } = described(options);
  const terms = Object.entries(termsOf(options)).map(([name, value]) => [name, String(value)]);
  return { title, custodian, collectionKind: kind, ...Object.fromEntries(terms) };
}

function described(options: CollectionOptions): {
  title: string;
  custodian: string;
  kind: CollectionKind;
} {
  const [title, custodian] = [options.title?.trim() ?? '', options.custodian?.trim() ?? ''];
  return { title, custodian, kind: options.kind ?? (options.titles ? 'photo_archive' : 'other') };
}

function termsOf({ match, mayDisclose, embargoUntil }: CollectionOptions): {
  mayMatch?: false;
  mayDisclose?: true;
  embargoUntil?: string;
} {
  return {
    ...(match === false ? { mayMatch: false } : {}),
    ...(mayDisclose ? { mayDisclose } : {}),
    ...(embargoUntil === undefined ? {} : { embargoUntil }),
  };
}

function hasTerms(options: CollectionOptions): boolean {
  return Object.keys(termsOf(options)).length > 0;
}
