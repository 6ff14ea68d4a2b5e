import { ListTradition, type NameHit, type NameRecord } from '@athar/arabic-names';

/** How the pool is spelled that names were asked of. A module of its own, since it is loaded late. */
export function traditionOf(
  answered: readonly { readonly query: NameRecord; readonly hits: readonly NameHit[] }[],
): ListTradition {
  return ListTradition.of(answered.map(({ query, hits }) => ({ asked: query.name, hits })));
}
