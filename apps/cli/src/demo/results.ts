import type { CandidateView } from '@athar/candidates';
import type { EntrySummary, EntryView } from '@athar/registry';
import { withOwner } from '@athar/persistence';
import type { DemoClient } from './demo-client.js';
import { severalAtOnce } from './in-turn.js';
import type { DemoPopulation } from './population.js';

const AT_ONCE = 6;

/** A proposed pair by its ids and what the model thinks of it. */
interface RankedPair {
  id: string;
  reportId: string;
  entryId: string;
  centibits: number;
}

/** How often the entry of the person that a report is about stands first among its candidates. */
export interface TruePairs {
  /** Reports whose person is in the registry. */
  total: number;
  first: number;
  firstFive: number;
}

/**
 * Every proposed pair, best first, read by the operator's role: members see one pair at a time, and
 * no list shows them bits.
 */
export async function rankedPairs(ownerUrl: string): Promise<RankedPair[]> {
  return withOwner(ownerUrl, (manager) =>
    manager.query<RankedPair[]>(
      `SELECT id, report_id AS "reportId", entry_id AS "entryId", centibits FROM candidates
       WHERE above_floor ORDER BY centibits DESC, id`,
    ),
  );
}

/** The best pairs as a reviewer reads them. */
export function readPairs(
  reviewer: DemoClient,
  pairs: readonly RankedPair[],
): Promise<CandidateView[]> {
  return severalAtOnce(pairs, AT_ONCE, ({ id }) =>
    reviewer.get<CandidateView>(`/candidates/${id}?locale=en`),
  );
}

/**
 * Compares the ranking with the invented truth. Equal bits count against us.
 *
 * @param reportIds ids that the API gave, in the order of the population's reports.
 */
export function countTruePairs(
  population: DemoPopulation,
  reportIds: readonly string[],
  entryIds: ReadonlyMap<string, string>,
  pairs: readonly RankedPair[],
): TruePairs {
  const { reports, truth } = population.simulation;
  const idOfRow = new Map(reports.map((row, index) => [row.id, reportIds[index] ?? '']));
  const byReport = groupByReport(pairs);
  const counts: TruePairs = { total: truth.length, first: 0, firstFive: 0 };
  for (const { report_id, entry_id } of truth) {
    const candidates = byReport.get(idOfRow.get(report_id) ?? '') ?? [];
    const own = candidates.find((pair) => pair.entryId === entryIds.get(entry_id));
    if (!own) continue;
    const better = candidates.filter((pair) => pair !== own && pair.centibits >= own.centibits);
    if (better.length === 0) counts.first += 1;
    if (better.length < 5) counts.firstFive += 1;
  }
  return counts;
}

/** Ids of entries by the ids that they have in the imported file. */
export async function entryIdsBySource(steward: DemoClient): Promise<Map<string, string>> {
  const summaries: EntrySummary[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { items: EntrySummary[]; nextCursor: string | null } = await steward.get(
      `/entries?reason=quality_check&limit=200${cursor && `&cursor=${cursor}`}`,
    );
    summaries.push(...page.items);
    cursor = page.nextCursor;
  }
  const entries = await severalAtOnce(summaries, AT_ONCE, ({ id }) =>
    steward.get<EntryView>(`/entries/${id}?reason=quality_check`),
  );
  return new Map(entries.map((entry) => [entry.document.sourceId ?? '', entry.id]));
}

function groupByReport(pairs: readonly RankedPair[]): Map<string, RankedPair[]> {
  const groups = new Map<string, RankedPair[]>();
  for (const pair of pairs) groups.set(pair.reportId, [...(groups.get(pair.reportId) ?? []), pair]);
  return groups;
}
