import { NameIndex, type NameRecord } from '@athar/arabic-names';
import type { OutputRow } from '@athar/tabular';

/** What names are looked for in, and how many are written for each. */
export interface RankSetup {
  pool: readonly NameRecord[];
  limit: number;
}

/** Ranks the names of a pool by their likeness to a query. @returns the result rows of a query, best first */
export function nameRanker({ pool, limit }: RankSetup): (query: NameRecord) => OutputRow[] {
  const index = NameIndex.build(pool);
  return (query) =>
    index.search(query.name, { limit }).map(({ id, score }, place) => ({
      query_id: query.id,
      rank: place + 1,
      id,
      score,
    }));
}
