import type { ImportKind } from '@athar/imports';
import type { Session } from '../../session.js';
import { BadArguments } from '../service/errors.js';
import type { Service } from '../service/service.js';
import { findOrCreateCollection } from './collection.js';
import type { ImportOptions } from './import-options.js';
import { settlePatterns } from './title-patterns.js';

/**
 * The address that a file is sent to; makes ready what must be there before. Undefined where a dry
 * run would have to make its collection.
 *
 * @throws BadArguments, Refused
 */
export async function destinationOf(
  service: Service,
  kind: ImportKind,
  options: ImportOptions,
  session: Session,
): Promise<string | undefined> {
  if (kind === 'reports') return '/api/reports/imports';
  const id = await findOrCreateCollection(service, options, session);
  const collection = id === undefined ? undefined : `/api/collections/${encodeURIComponent(id)}`;
  if (kind === 'entries') return collection === undefined ? undefined : `${collection}/imports`;
  if (collection === undefined) throw new BadArguments(noArchive);
  await settlePatterns(service, collection, options, session);
  return `${collection}/titles`;
}

const noArchive =
  'There is no such collection yet, and a dry run makes none: without the title patterns of a ' +
  'collection no title can be read.';
