import type { EntityManager } from 'typeorm';
import type { NumberPlace } from '../entry-document.js';
import { entryColumns, type EntryRow } from '../entry-row.js';
import { shownTo } from '../terms/shown.js';
import type { DigitConfusion } from './one-confusion.js';

/** Digests that a search looks for. */
export interface SoughtKeys {
  exact: Buffer;
  /** Of the digits alone, whatever letter stands beside them. */
  digits: Buffer;
  /** Digest (hex) of each number with one confusion, and which one it is. */
  confused: ReadonlyMap<string, DigitConfusion>;
}

export interface FoundRow extends EntryRow {
  number_key: Buffer;
  digits_key: Buffer;
  read_on: NumberPlace;
}

interface Scope {
  collectionId: string | null;
  readOn: NumberPlace | null;
  /** Also what the terms hide from reviewers. */
  hidden: boolean;
  limit: number;
}

/**
 * Index look-ups of all digests at once; the same number first, then another letter, then the rest. What
 * one person alone has read is not found until a second has read it: whoever searches may be that one.
 */
export function findByKeys(
  manager: EntityManager,
  sought: SoughtKeys,
  scope: Scope,
): Promise<FoundRow[]> {
  const confused = [...sought.confused.keys()].map((key) => Buffer.from(key, 'hex'));
  return manager.query<FoundRow[]>(
    `SELECT ${entryColumns}, n.number_key, n.digits_key, n.read_on
     FROM entry_numbers n JOIN entries e ON e.id = n.entry_id JOIN collections c ON c.id = e.collection_id
     WHERE (n.number_key = ANY($1::bytea[]) OR n.digits_key = $2)
       AND ($4::uuid IS NULL OR n.collection_id = $4) AND ($5::text IS NULL OR n.read_on = $5)
       AND NOT (n.unconfirmed AND e.awaits_reading = 'second')
       AND e.removed_at IS NULL AND ${shownTo('$6')}
     ORDER BY n.number_key = $3 DESC, n.digits_key = $2 DESC, e.created_at, e.id, n.read_on LIMIT $7`,
    [
      [sought.exact, ...confused],
      sought.digits,
      sought.exact,
      scope.collectionId,
      scope.readOn,
      scope.hidden,
      scope.limit,
    ],
  );
}
