import { ListRivals, ListTradition, type NameHit, type NameRecord } from '@athar/arabic-names';

/** What a name asked for found, and the same in another order. */
export type Lean = (query: NameRecord, hits: readonly NameHit[]) => NameHit[];

/**
 * What names asked of a pool tell of it: how it is spelled, and which of its names others of them fit better. A module of its
 * own, since it is loaded late.
 */
export function leanOf(
  answered: readonly { readonly query: NameRecord; readonly hits: readonly NameHit[] }[],
): Lean {
  const searches = answered.map(({ query, hits }) => ({ asked: query.name, hits }));
  const tradition = ListTradition.of(searches);
  const rivals = ListRivals.of(searches);
  return ({ name }, hits) => tradition.lean(name, rivals.yield(name, hits));
}
