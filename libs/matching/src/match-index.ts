import { NameComparer, type NameFrequencies } from '@athar/arabic-names';
import { circumstancesCentibits, mostOfCircumstances } from './circumstances.js';
import { comparePrepared } from './compare-persons.js';
import { posteriorCentibits } from './dependence.js';
import type { PersonComparison } from './evidence.js';
import { askNames, keepRecord, type KeptRecord } from './kept-record.js';
import { KeyIndex } from './key-index.js';
import { nameSums } from './name-forms.js';
import { prepare, type PreparedRecord } from './prepare.js';
import { priorCentibits } from './prior.js';
import { Ranking } from './ranking.js';
import type { EntryRecord, MatchRecord } from './records.js';
import { snapshotOfNames } from './snapshot.js';

export interface MatchIndexOptions {
  /** Snapshot of name frequencies; the general list where not given. */
  readonly frequencies?: NameFrequencies;
  /** Reports that will be matched, for the prior; as many as entries where not given. */
  readonly reports?: number;
  /** True pairs to expect among all; estimated where not given (see `estimateExpectedMatches`). */
  readonly expectedMatches?: number;
  /** Up to this many records every one is scored, so none is lost before scoring. */
  readonly wholeUpTo?: number;
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

const WHOLE_UP_TO = 5000;

/** Many records, ranked against one. Search results depend on the records only, not on their order of arrival. */
export class MatchIndex {
  private readonly records = new Map<string, KeptRecord>();
  private readonly keys = new KeyIndex();
  private readonly comparer: NameComparer;

  private constructor(private readonly options: MatchIndexOptions) {
    this.comparer = new NameComparer(options.frequencies);
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
    return this.records.size;
  }

  get frequencies(): NameFrequencies {
    return this.comparer.frequencies;
  }

  /**
   * A snapshot of how often name parts occur in some of the records; unknown ids are passed over. See
   * `snapshotFrequencies`.
   */
  frequenciesOf(ids: Iterable<string>, version: string): NameFrequencies {
    const names = Array.from(ids, (id) => this.records.get(id)?.record.names[0]);
    return snapshotOfNames(
      names.filter((name) => name !== undefined),
      version,
    );
  }

  /** Weighs names by another snapshot from now on. */
  weighBy(frequencies: NameFrequencies): void {
    this.comparer.weighBy(frequencies);
  }

  /** Adds records, or replaces those with the same id. */
  upsert(records: Iterable<MatchRecord>): void {
    for (const record of records) {
      this.remove([record.id]);
      const prepared = prepare(record);
      this.records.set(record.id, keepRecord(prepared, this.comparer));
      this.keys.add(prepared);
    }
  }

  /** Takes records out; unknown ids are passed over. */
  remove(ids: Iterable<string>): void {
    for (const id of ids) {
      const record = this.records.get(id);
      if (record === undefined) continue;
      this.records.delete(id);
      this.keys.remove(record.record);
    }
  }

  /** The most probable candidates for a record, best first; equal ones in the order of their ids. */
  search(record: MatchRecord, options: SearchOptions = {}): Candidate[] {
    const { limit = 20, minProbability = 0, exclude } = options;
    const query = prepare(record);
    const { expectedMatches, reports } = this.options;
    const prior = priorCentibits({ entries: this.size, reports, expectedMatches });
    const ranking = new Ranking<KeptRecord>(limit, minProbability);
    this.rank(query, prior, this.retrieve(query, exclude), ranking);
    // Evidence is put into words for those alone that are given.
    return ranking.best.map(({ of }) => ({
      entryId: of.id,
      ...comparePrepared(query, of.record, prior, this.comparer.frequencies),
    }));
  }

  private rank(
    query: PreparedRecord,
    prior: number,
    entries: Iterable<KeptRecord>,
    ranking: Ranking<KeptRecord>,
  ): void {
    const names = askNames(query, this.comparer);
    const most = mostOfCircumstances(query);
    const { score } = this.comparer;
    for (const entry of entries) {
      const sums = nameSums(names, entry, score);
      // Names decide most pairs: the rest is looked at where it can change something.
      if (!ranking.mayKeep(prior + sums.total + most)) continue;
      const sum = prior + sums.total + circumstancesCentibits(query, entry.record);
      ranking.add(
        entry,
        posteriorCentibits(sum, sums, query, entry.record, this.comparer.frequencies),
      );
    }
  }

  private *retrieve(
    query: PreparedRecord,
    exclude: ReadonlySet<string> | undefined,
  ): Iterable<KeptRecord> {
    const whole = this.size <= (this.options.wholeUpTo ?? WHOLE_UP_TO);
    const ids = whole ? this.records.keys() : this.keys.candidates(query, exclude);
    for (const id of ids) {
      const record = exclude?.has(id) === true ? undefined : this.records.get(id);
      if (record !== undefined) yield record;
    }
  }
}
