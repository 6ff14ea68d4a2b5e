import type { ImportKind } from '@athar/imports';
import type { Session } from '../../session.js';
import { BadArguments } from '../service/errors.js';
import type { Service } from '../service/service.js';
import { findCollection, newCollectionQuery } from './collection.js';
import type { ImportOptions } from './import-options.js';
import { missing, settlePatterns } from './title-patterns.js';

/** Where a file is sent to. */
export interface Destination {
  path: string;
  /** What its address says beside how the file is to be read. */
  query: Readonly<Record<string, string>>;
  /** Of what addresses do not say, since they are logged. */
  headers: Readonly<Record<string, string>>;
  /** True where the service makes a collection for the file. */
  makesCollection: boolean;
  /** The collection that is there already. */
  collectionId?: string;
}

/** Finds where a file is sent to, and makes ready what must be there before. @throws BadArguments, Refused */
export async function destinationOf(
  service: Service,
  kind: ImportKind,
  options: ImportOptions,
  session: Session,
): Promise<Destination> {
  if (kind === 'reports') return { ...nothing, path: '/api/reports/imports' };
  const known = await findCollection(service, options, session);
  if (kind === 'titles') {
    if (known === undefined) return newArchive(options);
    const collection = addressOf(known);
    await settlePatterns(service, collection, options, session);
    return { ...nothing, path: `${collection}/titles`, collectionId: known };
  }
  if (known !== undefined) {
    return { ...nothing, path: `${addressOf(known)}/imports`, collectionId: known };
  }
  const query = newCollectionQuery(options);
  return { path: '/api/collections/imports', query, headers: {}, makesCollection: true };
}

/** A new collection of photographs comes with the patterns of their titles. @throws BadArguments */
function newArchive(options: ImportOptions): Destination {
  const { pattern: patterns } = options;
  if (patterns === undefined) throw new BadArguments(missing);
  const headers = { 'x-athar-title-patterns': encodeURIComponent(JSON.stringify({ patterns })) };
  const query = newCollectionQuery(options);
  return { path: '/api/collections/titles', query, headers, makesCollection: true };
}

function addressOf(collectionId: string): string {
  return `/api/collections/${encodeURIComponent(collectionId)}`;
}

const nothing = { query: {}, headers: {}, makesCollection: false };
