import { NameComparer, type NameFrequencies } from '@athar/arabic-names';
import { CircumstanceRows } from './circumstance-rows.js';
import { comparePrepared, contestPrepared, type Contested } from './compare-persons.js';
import type { PersonComparison } from './evidence.js';
import { keepRecord, type KeptRecord } from './kept-record.js';
import { KeyIndex } from './key-index.js';
import { prepare, type PreparedRecord } from './prepare.js';
import { priorCentibits } from './prior.js';
import { Ranker } from './ranker.js';
import { Ranking, type Ranked } from './ranking.js';
import type { EntryRecord, MatchRecord } from './records.js';

export interface MatchIndexOptions {
  /** Snapshot of name frequencies; the general list where not given. */
  readonly frequencies?: NameFrequencies;
  /** Reports that will be matched, for the prior; as many as entries where not given. */
  readonly reports?: number;
  /** True pairs to expect among all; estimated where not given (see `estimateExpectedMatches`). */
  readonly expectedMatches?: number;
  /** Up to this many records every one is scored, so none is lost before scoring. */
  readonly wholeUpTo?: number;
  /** True where records are ranked alone: what they were given as is not kept, and `search` and `given` are refused. */
  readonly ranksOnly?: boolean;
}

/** An index that keeps no records was asked for what they say. */
export class RecordsNotKept extends Error {
  readonly code = 'records-not-kept';

  constructor() {
    super('The index was built with ranksOnly: it ranks records and does not keep what they say.');
  }
}

export interface SearchOptions {
  /** At most so many candidates; 20 where not given. */
  readonly limit?: number;
  /** Candidates less probable than this are left out; 0 where not given. */
  readonly minProbability?: number;
  /** Ids that are not looked at: they take no place from others. */
  readonly exclude?: ReadonlySet<string>;
}

export interface Candidate extends PersonComparison {
  readonly entryId: string;
}

export interface RankedEntry {
  readonly entryId: string;
  /** Posterior log2-odds in hundredths of a bit. */
  readonly centibits: number;
}

const WHOLE_UP_TO = 2000;

function givenOf({ given }: KeptRecord): MatchRecord {
  if (given === null) throw new RecordsNotKept();
  return given;
}

/** Many records, ranked against one. Search results depend on the records only, not on their order of arrival. */
export class MatchIndex {
  /** By slot; slots of records taken out are used again. */
  private readonly records: (KeptRecord | undefined)[] = [];
  private readonly slots = new Map<string, number>();
  private readonly free: number[] = [];
  private readonly circumstances = new CircumstanceRows();
  private readonly keys = new KeyIndex();
  private readonly comparer: NameComparer;
  private readonly ranker: Ranker;
  private expectedMatches: number | undefined;

  private constructor(private readonly options: MatchIndexOptions) {
    this.expectedMatches = options.expectedMatches;
    this.comparer = new NameComparer(options.frequencies);
    this.ranker = new Ranker(this.records, this.circumstances, this.keys, this.comparer);
  }

  /** Indexes records; a later record with the same id replaces an earlier one. */
  static build(
    records: Iterable<EntryRecord | MatchRecord>,
    options: MatchIndexOptions = {},
  ): MatchIndex {
    const index = new MatchIndex(options);
    index.upsert(records);
    return index;
  }

  get size(): number {
    return this.slots.size;
  }

  get frequencies(): NameFrequencies {
    return this.comparer.frequencies;
  }

  /**
   * A record as it was given; undefined where it is not there.
   * @throws RecordsNotKept from an index of ranks only
   */
  given(id: string): MatchRecord | undefined {
    const record = this.records[this.slots.get(id) ?? -1];
    return record && givenOf(record);
  }

  /**
   * The number by which a record is known here; undefined where it is not there. As long as none is taken out or replaced,
   * records are numbered from 0 in the order in which they came.
   */
  slotOf(id: string): number | undefined {
    return this.slots.get(id);
  }

  /** Weighs names by another snapshot from now on. */
  weighBy(frequencies: NameFrequencies): void {
    this.comparer.weighBy(frequencies);
  }

  /** Takes so many true pairs to be among all from now on. */
  expect(matches: number): void {
    this.expectedMatches = matches;
  }

  /** Adds records, or replaces those with the same id. */
  upsert(records: Iterable<MatchRecord>): void {
    for (const record of records) {
      if (this.slots.has(record.id)) this.remove([record.id]);
      const slot = this.free.pop() ?? this.records.length;
      const prepared = prepare(record);
      const given = this.options.ranksOnly === true ? null : record;
      const kept = keepRecord(given, prepared, slot, this.comparer);
      this.records[slot] = kept;
      this.slots.set(record.id, slot);
      this.circumstances.put(slot, prepared);
      this.keys.add(kept, prepared);
    }
  }

  /** Takes records out; unknown ids are passed over. */
  remove(ids: Iterable<string>): void {
    for (const id of ids) {
      const slot = this.slots.get(id) ?? -1;
      const record = this.records[slot];
      if (record === undefined) continue;
      this.keys.remove(record, this.circumstances.at(slot));
      this.records[slot] = undefined;
      this.slots.delete(id);
      this.free.push(slot);
    }
  }

  /**
   * The most probable candidates for a record, best first; equal ones in the order of their ids.
   * @throws RecordsNotKept from an index of ranks only
   */
  search(record: MatchRecord, options: SearchOptions = {}): Candidate[] {
    const query = prepare(record);
    const prior = this.prior();
    // Evidence is put into words for those alone that are given.
    return this.best(query, prior, options).map(({ of }) => ({
      entryId: of.id,
      ...comparePrepared(query, prepare(givenOf(of)), prior, this.comparer.frequencies),
    }));
  }

  /** The same as `search`, in numbers alone. */
  rank(record: MatchRecord, options: SearchOptions = {}): RankedEntry[] {
    return this.best(prepare(record), this.prior(), options).map(({ of, centibits }) => ({
      entryId: of.id,
      centibits,
    }));
  }

  /**
   * What speaks for each of the most probable candidates and what for its relatives, best first.
   * @throws RecordsNotKept from an index of ranks only
   */
  contest(record: MatchRecord, options: SearchOptions = {}): Contested[] {
    const query = prepare(record);
    const prior = this.prior();
    return this.best(query, prior, options).map(({ of }) =>
      contestPrepared(query, prepare(givenOf(of)), prior, this.comparer.frequencies),
    );
  }

  private prior(): number {
    const { reports } = this.options;
    return priorCentibits({ entries: this.size, reports, expectedMatches: this.expectedMatches });
  }

  private best(
    query: PreparedRecord,
    prior: number,
    { limit = 20, minProbability = 0, exclude }: SearchOptions,
  ): readonly Ranked<KeptRecord>[] {
    const ranking = new Ranking<KeptRecord>(limit, minProbability);
    const passed = this.slotsOf(exclude ?? []);
    const whole = this.size <= (this.options.wholeUpTo ?? WHOLE_UP_TO);
    if (whole) this.ranker.rankAll(query, prior, passed, ranking);
    else this.ranker.rankLikely(query, prior, passed, ranking);
    return ranking.best;
  }

  private slotsOf(ids: Iterable<string>): Set<number> {
    const slots = new Set<number>();
    for (const id of ids) {
      const slot = this.slots.get(id);
      if (slot !== undefined) slots.add(slot);
    }
    return slots;
  }
}
