import type { EntityManager } from 'typeorm';
import { estimateExpectedMatches, type MatchIndexOptions } from '@athar/matching';
import { WHOLE_UP_TO } from './model.js';

/** A house that has only begun gives no reason to think that any pair is likely. */
const LEAST = 1024;

/**
 * How many open reports there are, rounded up to a power of two, so that the prior follows their
 * order of magnitude and scores do not drift with every report.
 */
export async function roundedCaseload(manager: EntityManager): Promise<number> {
  const [row] = await manager.query<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM reports WHERE state = 'open'`,
  );
  return Math.max(LEAST, 2 ** Math.ceil(Math.log2(Math.max(1, row?.n ?? 0))));
}

/** True where the caseload has outgrown what the prior was built for. */
export function outgrown(builtFor: number, caseload: number): boolean {
  return caseload >= builtFor * 4 || caseload * 4 <= builtFor;
}

/**
 * Options for an index of a few of the registry's entries that give a pair the same prior as an
 * index of all of them.
 *
 * @param few how many entries it holds.
 * @param all how many the whole registry holds.
 * @param caseload reports, as {@link roundedCaseload} counts them.
 */
export function priorOfWhole(few: number, all: number, caseload: number): MatchIndexOptions {
  // All against all, a pair's prior is the matched share divided by the longer list's length.
  return {
    reports: Math.max(all, caseload),
    expectedMatches: estimateExpectedMatches(few, few),
    wholeUpTo: WHOLE_UP_TO,
  };
}
