import type { NameHit } from '@athar/arabic-names';
import type { OutputColumn, OutputRow } from '@athar/tabular';

const decimals = 6;
/** Scores below are written as nothing. */
const leastWritten = 0.5 / 10 ** decimals;

/** The columns of the results. */
export const nameColumns: (string | OutputColumn)[] = [
  'query_id',
  'rank',
  'id',
  { name: 'score', decimals },
];

/** The result rows of a name that was looked for. @param hits best first */
export function nameRows(
  query_id: string,
  hits: readonly NameHit[],
  { limit, minScore }: { limit: number; minScore: number },
): OutputRow[] {
  const least = Math.max(minScore, leastWritten);
  return hits
    .slice(0, limit)
    .filter(({ score }) => score >= least)
    .map(({ id, score }, place) => ({ query_id, rank: place + 1, id, score }));
}
