import type { ImportKind } from '@athar/imports';
import type { Session } from '../../session.js';
import { BadArguments } from '../service/errors.js';
import type { Service } from '../service/service.js';
import { findCollection, makeCollection, newCollectionQuery } from './collection.js';
import type { ImportOptions } from './import-options.js';
import { missing, settlePatterns } from './title-patterns.js';

/** Where a file is sent to. */
export interface Destination {
  path: string;
  /** What its address says beside how the file is to be read. */
  query: Readonly<Record<string, string>>;
  /** True where the service makes a collection for the file. */
  makesCollection: boolean;
}

/** Finds where a file is sent to, and makes ready what must be there before. @throws BadArguments, Refused */
export async function destinationOf(
  service: Service,
  kind: ImportKind,
  options: ImportOptions,
  session: Session,
): Promise<Destination> {
  if (kind === 'reports') return inPlace('/api/reports/imports');
  const known = await findCollection(service, options, session);
  if (kind === 'titles') {
    if (known === undefined && options.dryRun) throw new BadArguments(noArchive);
    if (known === undefined && options.pattern === undefined) throw new BadArguments(missing);
    const collection = addressOf(known ?? (await makeCollection(service, options, session)));
    await settlePatterns(service, collection, options, session);
    return inPlace(`${collection}/titles`);
  }
  if (known !== undefined) return inPlace(`${addressOf(known)}/imports`);
  const query = newCollectionQuery(options);
  return { path: '/api/collections/imports', query, makesCollection: true };
}

function addressOf(collectionId: string): string {
  return `/api/collections/${encodeURIComponent(collectionId)}`;
}

function inPlace(path: string): Destination {
  return { path, query: {}, makesCollection: false };
}

const noArchive =
  'There is no such collection yet, and a dry run makes none: without the title patterns of a ' +
  'collection no title can be read.';
