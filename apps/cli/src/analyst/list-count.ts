import {
  contestOf,
  SnapshotCount,
  type Contest,
  type ListSample,
  type MatchRecord,
  type PersonFrequencies,
} from '@athar/matching';

/** How many true pairs to expect of two lists, or a sample of which that is estimated. */
export type Expected = number | ListSample;

/** What two lists teach before any two records are compared. */
export interface Counted {
  /** How common names, homes and holders are in them. */
  readonly frequencies: PersonFrequencies;
  /** True pairs to expect, or what is to be compared for that. */
  readonly expected: number | Contest;
}

/** Counts what is in two lists, a record after the other. */
export class ListCount {
  private readonly count = new SnapshotCount();

  add(record: MatchRecord): void {
    this.count.add(record);
  }

  /** Ends it. */
  counted(expected: Expected): Counted {
    return {
      frequencies: this.count.frequencies('both-lists'),
      expected: typeof expected === 'number' ? expected : contestOf(expected),
    };
  }
}
