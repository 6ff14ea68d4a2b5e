import type { Contested } from './compare-persons.js';
import { contestOf, pairsOf, partOf, sampleLists, type Contest } from './contest.js';
import { expectationOf } from './expectation.js';
import { MatchIndex } from './match-index.js';
import type { PersonFrequencies } from './milieus.js';
import { estimateExpectedMatches, priorCentibits } from './prior.js';
import type { EntryRecord, ReportRecord } from './records.js';

/** Candidates of a report that may be the true one. */
const CANDIDATES = 5;
/**
 * Pairs that are less probable at first are not looked for, which is quicker: in 160,000 reports beside 10,200 entries a
 * hundredth less is expected for it.
 */
const LEAST_PROBABILITY = 0.0001;
const LIKELIEST = { limit: CANDIDATES, minProbability: LEAST_PROBABILITY };
/** Least and greatest share of the shorter list that is ever expected to have its match. */
const LEAST_SHARE = 0.002;
const MOST_SHARE = 1.2;

/** What is taken to be true of a contest before anything of it is known. */
function assumptionsOf(contest: Contest) {
  const assumed = estimateExpectedMatches(contest.reports, contest.entries);
  return { reports: contest.asked.length, expectedMatches: assumed * partOf(contest) };
}

/** What is learned of two lists as a whole: options of an index. */
export interface ListWeights {
  /** The snapshot given, with the rate of namesakes in both lists. */
  readonly frequencies: PersonFrequencies;
  /** True pairs to expect. */
  readonly expectedMatches: number;
}

/** The entries of a contest, made ready to be asked about. Of one contest there may be many, each asked about some reports. */
export class ContestIndex {
  private readonly index: MatchIndex;

  constructor(
    private readonly contest: Contest,
    frequencies: PersonFrequencies,
  ) {
    const options = { frequencies, ...assumptionsOf(contest) };
    this.index = MatchIndex.build([], { ...options, wholeUpTo: 1000 });
  }

  /** Makes the entries ready, one a step. */
  *fill(): Generator<undefined, void> {
    for (const entry of this.contest.among) {
      this.index.upsert([entry]);
      yield undefined;
    }
  }

  /** The likeliest entries of a report: what speaks for each, and what for others. */
  likeliest(report: ReportRecord): readonly Contested[] {
    return this.index.contest(report, LIKELIEST);
  }
}

/**
 * What a contest teaches of both lists.
 * @param frequencies the snapshot of names by which it was held
 * @param likeliest of each of the reports asked about, in their order, what `ContestIndex.likeliest` gave
 */
export function weightsOf(
  contest: Contest,
  frequencies: PersonFrequencies,
  likeliest: readonly (readonly Contested[])[],
): ListWeights {
  const { reports, entries, asked, among } = contest;
  if (asked.length === 0) {
    return { frequencies, expectedMatches: estimateExpectedMatches(reports, entries) };
  }
  const assumptions = assumptionsOf(contest);
  const prior = priorCentibits({ entries: among.length, ...assumptions }) / 100;
  const all = pairsOf(contest);
  const found = expectationOf(likeliest, all, prior, assumptions.expectedMatches);
  const shorter = Math.min(reports, entries);
  const [least, most] = [LEAST_SHARE * shorter, MOST_SHARE * shorter];
  return {
    frequencies: { ...frequencies, namesakes: found.namesakes },
    expectedMatches: Math.min(most, Math.max(least, found.matches / partOf(contest))),
  };
}

/**
 * True pairs to expect between two lists, and how many namesakes there are beside them, estimated from the lists themselves:
 * see `expectationOf`. Looks at a sample of either list, the same one every time.
 * @param frequencies the snapshot of names by which the lists are matched
 * @returns of lists so short that nothing can be estimated a fixed share of the shorter one, and the snapshot as it is
 */
export function estimateMatches(
  reports: readonly ReportRecord[],
  entries: readonly EntryRecord[],
  frequencies: PersonFrequencies,
): ListWeights {
  const steps = holdContest(contestOf(sampleLists(reports, entries)), frequencies);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Holds a contest and says what it teaches, a record a step: between two steps others may have their turn, or end it. */
export function* holdContest(
  contest: Contest,
  frequencies: PersonFrequencies,
): Generator<undefined, ListWeights> {
  const index = new ContestIndex(contest, frequencies);
  yield* index.fill();
  const likeliest: (readonly Contested[])[] = [];
  for (const report of contest.asked) {
    likeliest.push(index.likeliest(report));
    yield undefined;
  }
  return weightsOf(contest, frequencies, likeliest);
}
