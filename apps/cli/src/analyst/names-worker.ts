import type { NameRecord } from '@athar/arabic-names';
import { nameRanker, type RankSetup } from './rank-names.js';
import { serveThread } from './serve-thread.js';

serveThread((setup: RankSetup) => {
  const rank = nameRanker(setup);
  return (queries: readonly NameRecord[]) => queries.flatMap((query) => rank(query));
});
