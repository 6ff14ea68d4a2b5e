import {
  ContestIndex,
  MatchIndex,
  type Candidate,
  type Contest,
  type Contested,
  type EntryRecord,
  type ListWeights,
  type PersonFrequencies,
  type RankedEntry,
  type ReportRecord,
} from '@athar/matching';
import { allOf } from './breather.js';
import { centibitsByKind } from './match-columns.js';

/** How candidates are searched and written. */
export interface MatchTask {
  limit: number;
  minProbability: number;
  /** With a column of bits for each kind of evidence. */
  explain: boolean;
}

/** What is known of a search before its lists are. */
export interface MatchSetup {
  /** Number of reports that will be matched. */
  reports: number;
  task: MatchTask;
}

/** What a contest is held by. */
export interface ContestSetup {
  contest: Contest;
  frequencies: PersonFrequencies;
}

/**
 * What a thread that matches reports is asked: it is told the entries, part by part, and where there is to be a contest holds
 * a part of it; then it is told the weights, and matches reports.
 */
export type MatchQuestion =
  | { toIndex: readonly EntryRecord[] }
  | ContestSetup
  | { toContest: readonly ReportRecord[] }
  | ListWeights
  | { toMatch: readonly ReportRecord[] };

/** Of a report of a contest its likeliest entries. */
export type Likeliest = readonly Contested[];

/** What was found for reports, in arrays of numbers: a thread passes them on at a fraction of the cost of rows. */
export interface Matches {
  /** For each report the number of its candidates. */
  readonly counts: Int32Array;
  /** For each candidate in turn, best first, the place of its entry in the list. */
  readonly entries: Int32Array;
  readonly centibits: Int32Array;
  /** For each candidate the hundredths of a bit of each kind of evidence; empty where they are not explained. */
  readonly kinds: Int32Array;
}

export type MatchAnswer = Matches | readonly Likeliest[] | null;

/** Searches candidates in a list of entries, which is made ready while its weights are still being learned. */
export class ListMatcher {
  private readonly index: MatchIndex;
  private readonly task: MatchTask;
  private contest: ContestIndex | null = null;

  constructor({ task, reports }: MatchSetup) {
    this.task = task;
    this.index = MatchIndex.build([], { reports, ranksOnly: !task.explain });
  }

  /** Makes the next entries of the list ready. */
  add(entries: readonly EntryRecord[]): void {
    this.index.upsert(entries);
  }

  /** Makes the entries of a contest ready. */
  hold({ contest, frequencies }: ContestSetup): void {
    this.contest = new ContestIndex(contest, frequencies);
    allOf(this.contest.fill());
  }

  /** Of each of some reports of the contest the likeliest entries. */
  likeliest(reports: readonly ReportRecord[]): Likeliest[] {
    return reports.map((report) => this.contest?.likeliest(report) ?? []);
  }

  /** Ends the contest, if there was one. */
  weighBy({ frequencies, expectedMatches }: ListWeights): void {
    this.contest = null;
    this.index.weighBy(frequencies);
    this.index.expect(expectedMatches);
  }

  match(reports: readonly ReportRecord[]): Matches {
    const counts: number[] = [];
    const found: (RankedEntry | Candidate)[] = [];
    for (const report of reports) {
      const candidates = this.candidates(report);
      counts.push(candidates.length);
      found.push(...candidates);
    }
    return {
      counts: Int32Array.from(counts),
      entries: Int32Array.from(found, ({ entryId }) => this.index.slotOf(entryId) ?? -1),
      centibits: Int32Array.from(found, ({ centibits }) => centibits),
      kinds: Int32Array.from(found.flatMap((of) => ('evidence' in of ? centibitsByKind(of) : []))),
    };
  }

  private candidates(report: ReportRecord): readonly (RankedEntry | Candidate)[] {
    const { limit, minProbability, explain } = this.task;
    const options = { limit, minProbability };
    return explain ? this.index.search(report, options) : this.index.rank(report, options);
  }
}
