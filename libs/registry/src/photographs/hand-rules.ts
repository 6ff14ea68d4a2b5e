import type { EntityManager } from 'typeorm';
import { EntryNotFound } from '../errors.js';
import type { PlacedPhotograph } from './entry-photographs.js';
import { PhotographsRefused } from './errors.js';

type Some = readonly [PlacedPhotograph, ...PlacedPhotograph[]];

/** The photographs that are to leave an entry: some of its own, but not all. @throws PhotographsRefused */
export function requireSplittable(
  present: readonly PlacedPhotograph[],
  chosen: readonly string[],
): Some {
  const wanted = new Set(chosen);
  const leaving = present.filter(({ id }) => wanted.has(id));
  const [first, ...others] = leaving;
  if (!first || leaving.length !== wanted.size || leaving.length === present.length) {
    throw new PhotographsRefused({
      field: '/photographIds',
      code: 'not-some-of-them',
      expected: 'some photographs of this entry, but not all',
      fix: 'Choose those that are of another person.',
    });
  }
  return [first, ...others];
}

/**
 * Makes sure that photographs may come over from an entry. That there is one in a collection of another
 * organisation is not told.
 *
 * @throws EntryNotFound; PhotographsRefused for the entry itself and those of other collections
 */
export async function requireWithin(
  manager: EntityManager,
  collectionId: string,
  { entryId, fromEntryId }: { entryId: string; fromEntryId: string },
): Promise<void> {
  const [from] = await manager.query<{ collection_id: string }[]>(
    `SELECT e.collection_id FROM entries e JOIN collections c ON c.id = e.collection_id
     WHERE e.id = $1 AND e.removed_at IS NULL AND c.organisation_id = current_organisation()`,
    [fromEntryId],
  );
  if (!from) throw new EntryNotFound();
  if (fromEntryId === entryId) {
    throw refusedFrom(
      'not-another-entry',
      'another entry of the same collection',
      'Choose the entry whose photographs are of the same person.',
    );
  }
  if (from.collection_id !== collectionId) {
    throw refusedFrom(
      'other-collection',
      'an entry of the same collection: photographs join only within one',
      'Leave both as they are. Where they are of one person, say so in the pair of the two entries.',
    );
  }
}

/** The photographs of two entries, where there are some to come over. @throws PhotographsRefused */
export function requireMergeable(
  into: readonly PlacedPhotograph[],
  from: readonly PlacedPhotograph[],
): Some {
  const [first, ...others] = [...into, ...from];
  if (!first || from.length === 0) {
    throw refusedFrom(
      'no-photographs',
      'an entry that has photographs',
      into.length === 0
        ? 'Neither of the two has any: there is nothing to put together.'
        : 'Merge the other way round: the photographs of this entry then come to that one.',
    );
  }
  return [first, ...others];
}

function refusedFrom(code: string, expected: string, fix: string): PhotographsRefused {
  return new PhotographsRefused({ field: '/fromEntryId', code, expected, fix });
}
