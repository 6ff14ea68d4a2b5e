import { NameComparer, type AskedName, type NameFrequencies } from '@athar/arabic-names';
import { circumstancesCentibits, mostOfCircumstances } from './circumstances.js';
import { comparePrepared } from './compare-persons.js';
import { posteriorCentibits } from './dependence.js';
import type { PersonComparison } from './evidence.js';
import { askNames, keepRecord, type KeptRecord } from './kept-record.js';
import { KeyIndex } from './key-index.js';
import { nameSums, type NamesOf } from './name-forms.js';
import { prepare, type PreparedRecord } from './prepare.js';
import { priorCentibits } from './prior.js';
import { Ranking, type Ranked } from './ranking.js';
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

export interface RankedEntry {
  readonly entryId: string;
  /** Posterior log2-odds in hundredths of a bit. */
  readonly centibits: number;
}

/** A query made ready. */
interface Asked {
  readonly query: PreparedRecord;
  readonly names: NamesOf<AskedName>;
  readonly prior: number;
  /** The most that circumstances may say. */
  readonly most: number;
}

const WHOLE_UP_TO = 5000;
/** Of a large index so many entries are compared in full. */
const MOST_COMPARED = 150;
/** Hundredths of a bit by which names may say more than was seen of them. */
const SLACK = 200;

/** Many records, ranked against one. Search results depend on the records only, not on their order of arrival. */
export class MatchIndex {
  /** By slot; slots of records taken out are used again. */
  private readonly records: (KeptRecord | undefined)[] = [];
  private readonly slots = new Map<string, number>();
  private readonly free: number[] = [];
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
    return this.slots.size;
  }

  get frequencies(): NameFrequencies {
    return this.comparer.frequencies;
  }

  /**
   * A snapshot of how often name parts occur in some of the records; unknown ids are passed over. See
   * `snapshotFrequencies`.
   */
  frequenciesOf(ids: Iterable<string>, version: string): NameFrequencies {
    const names = Array.from(ids, (id) => this.recordOf(id)?.record.names[0]);
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
      const kept = keepRecord(prepare(record), this.comparer);
      const slot = this.free.pop() ?? this.records.length;
      this.records[slot] = kept;
      this.slots.set(record.id, slot);
      this.keys.add(kept, slot);
    }
  }

  /** Takes records out; unknown ids are passed over. */
  remove(ids: Iterable<string>): void {
    for (const id of ids) {
      const slot = this.slots.get(id) ?? -1;
      const record = this.records[slot];
      if (record === undefined) continue;
      this.keys.remove(record, slot);
      this.records[slot] = undefined;
      this.slots.delete(id);
      this.free.push(slot);
    }
  }

  /** The most probable candidates for a record, best first; equal ones in the order of their ids. */
  search(record: MatchRecord, options: SearchOptions = {}): Candidate[] {
    const query = prepare(record);
    const prior = this.prior();
    // Evidence is put into words for those alone that are given.
    return this.best(query, prior, options).map(({ of }) => ({
      entryId: of.id,
      ...comparePrepared(query, of.record, prior, this.comparer.frequencies),
    }));
  }

  /** The same as `search`, in numbers alone. */
  rank(record: MatchRecord, options: SearchOptions = {}): RankedEntry[] {
    return this.best(prepare(record), this.prior(), options).map(({ of, centibits }) => ({
      entryId: of.id,
      centibits,
    }));
  }

  private prior(): number {
    const { expectedMatches, reports } = this.options;
    return priorCentibits({ entries: this.size, reports, expectedMatches });
  }

  private recordOf(id: string): KeptRecord | undefined {
    return this.records[this.slots.get(id) ?? -1];
  }

  private best(
    query: PreparedRecord,
    prior: number,
    { limit = 20, minProbability = 0, exclude }: SearchOptions,
  ): readonly Ranked<KeptRecord>[] {
    const ranking = new Ranking<KeptRecord>(limit, minProbability);
    const whole = this.size <= (this.options.wholeUpTo ?? WHOLE_UP_TO);
    if (whole) this.rankAll(query, prior, exclude, ranking);
    else this.rankRetrieved(query, prior, exclude, ranking);
    return ranking.best;
  }

  private rankAll(
    query: PreparedRecord,
    prior: number,
    exclude: ReadonlySet<string> | undefined,
    ranking: Ranking<KeptRecord>,
  ): void {
    const names = askNames(query, this.comparer, 'all');
    const most = mostOfCircumstances(query);
    for (const entry of this.records) {
      if (entry === undefined || exclude?.has(entry.id) === true) continue;
      this.weigh({ query, names, prior, most }, entry, ranking);
    }
  }

  private rankRetrieved(
    query: PreparedRecord,
    prior: number,
    exclude: ReadonlySet<string> | undefined,
    ranking: Ranking<KeptRecord>,
  ): void {
    const names = askNames(query, this.comparer, 'few');
    const most = mostOfCircumstances(query);
    const asked = { query, names, prior, most };
    const weighed = new Set<number>();
    const few = MOST_COMPARED + (exclude?.size ?? 0);
    for (const form of names.names.length === 0 ? [undefined] : names.names) {
      for (const slot of this.keys.candidates(query, names, form, this.records.length, few)) {
        const entry = this.records[slot];
        if (entry === undefined || exclude?.has(entry.id) === true || weighed.has(slot)) continue;
        if (!ranking.mayKeep(prior + this.keys.estimate(slot) + most + SLACK)) break;
        weighed.add(slot);
        this.weigh(asked, entry, ranking);
      }
    }
  }

  private weigh(
    { query, names, prior, most }: Asked,
    entry: KeptRecord,
    ranking: Ranking<KeptRecord>,
  ): void {
    const sums = nameSums(names, entry, this.comparer.score);
    const byName = prior + sums.total;
    // Names decide most pairs: the rest is looked at where it can change something.
    if (!ranking.mayKeep(byName + most)) return;
    const sum = byName + circumstancesCentibits(query, entry.record);
    if (!ranking.mayKeep(sum)) return;
    ranking.add(entry, posteriorCentibits(sum, sums, query, entry.record, this.frequencies));
  }
}
