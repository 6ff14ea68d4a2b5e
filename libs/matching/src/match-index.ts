import {
  NameComparer,
  type AskedName,
  type KeptName,
  type NameFrequencies,
  type NameToken,
} from '@athar/arabic-names';
import { CircumstanceRows } from './circumstance-rows.js';
import { keyedCentibits, keylessCentibits, mostOfCircumstances } from './circumstances.js';
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
import { snapshotFrequencies } from './snapshot.js';
import type { PersonFrequencies } from './milieus.js';
import type { Shares } from './shares.js';

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

/** An entry that is worth a full comparison. */
interface Likely {
  readonly slot: number;
  /** What the circumstances say that no key finds. */
  readonly keyless: number;
  /** About what the comparison comes to. All in hundredths of a bit. */
  readonly estimate: number;
}

function wordsOf(name: KeptName | undefined): NameToken[] {
  return name?.whole.tokens.map(({ token }) => token) ?? [];
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
/** Of a large index the circumstances of so many entries are looked at that have most of their names in common. */
const MOST_LOOKED_AT = 250;
/** Of these so many are compared in full for each that is asked for, and so many at least. */
const COMPARED_PER_ASKED = 3;
const LEAST_COMPARED = 60;
/** Hundredths of a bit by which names may say more than was seen of them. */
const SLACK = 200;
/** Once half of them are compared, those are no rivals of the best that seem to be so much less probable. */
const NO_RIVAL = 400;

/** Many records, ranked against one. Search results depend on the records only, not on their order of arrival. */
export class MatchIndex {
  /** By slot; slots of records taken out are used again. */
  private readonly records: (KeptRecord | undefined)[] = [];
  private readonly slots = new Map<string, number>();
  private readonly free: number[] = [];
  private readonly circumstances = new CircumstanceRows();
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
    const records = Array.from(ids, (id) => this.records[this.slots.get(id) ?? -1]?.given);
    return snapshotFrequencies(
      records.filter((record) => record !== undefined),
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
      const slot = this.free.pop() ?? this.records.length;
      const prepared = prepare(record);
      const kept = keepRecord(record, prepared, slot, this.comparer);
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

  /** The most probable candidates for a record, best first; equal ones in the order of their ids. */
  search(record: MatchRecord, options: SearchOptions = {}): Candidate[] {
    const query = prepare(record);
    const prior = this.prior();
    // Evidence is put into words for those alone that are given.
    return this.best(query, prior, options).map(({ of }) => ({
      entryId: of.id,
      ...comparePrepared(query, prepare(of.given), prior, this.comparer.frequencies),
    }));
  }

  /** The same as `search`, in numbers alone. */
  rank(record: MatchRecord, options: SearchOptions = {}): RankedEntry[] {
    return this.best(prepare(record), this.prior(), options).map(({ of, centibits }) => ({
      entryId: of.id,
      centibits,
    }));
  }

  private get shares(): Shares {
    const { shares }: PersonFrequencies = this.comparer.frequencies;
    return shares;
  }

  private prior(): number {
    const { expectedMatches, reports } = this.options;
    return priorCentibits({ entries: this.size, reports, expectedMatches });
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
      this.weigh({ query, names, prior, most }, entry, null, ranking);
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
    const passed = this.slotsOf(exclude ?? []);
    for (const form of names.names.length === 0 ? [undefined] : names.names) {
      this.rankLikeliest(asked, this.likeliest(query, names, form, passed), passed, ranking);
    }
  }

  /** @param passed takes in the slots that were compared in full */
  private rankLikeliest(
    asked: Asked,
    likeliest: readonly Likely[],
    passed: Set<number>,
    ranking: Ranking<KeptRecord>,
  ): void {
    const most = Math.max(LEAST_COMPARED, COMPARED_PER_ASKED * ranking.limit);
    let compared = 0;
    for (const { slot, keyless, estimate } of likeliest) {
      const seeming = asked.prior + estimate;
      if (compared === most || !ranking.mayKeep(seeming + SLACK)) return;
      const best = ranking.best[0]?.centibits ?? -Infinity;
      if (compared >= most / 2 && seeming + NO_RIVAL < best) return;
      const entry = this.records[slot];
      passed.add(slot);
      compared += 1;
      if (entry !== undefined) this.weigh(asked, entry, keyless, ranking);
    }
  }

  private slotsOf(ids: Iterable<string>): Set<number> {
    const slots = new Set<number>();
    for (const id of ids) {
      const slot = this.slots.get(id);
      if (slot !== undefined) slots.add(slot);
    }
    return slots;
  }

  /**
   * The entries that are worth a full comparison with one form of a query's name, the likeliest first.
   * @param passed slots that are passed over
   */
  private likeliest(
    query: PreparedRecord,
    names: NamesOf<AskedName>,
    form: AskedName | undefined,
    passed: ReadonlySet<number>,
  ): Likely[] {
    const many = MOST_LOOKED_AT + passed.size;
    const found: Likely[] = [];
    for (const slot of this.keys.candidates(query, names, form, many)) {
      if (passed.has(slot)) continue;
      const keyless = keylessCentibits(query, this.circumstances.withoutSigns(slot), this.shares);
      found.push({ slot, keyless, estimate: this.keys.estimate(slot) + keyless });
    }
    return found.sort(
      (a, b) => b.estimate - a.estimate || this.keys.tie(a.slot) - this.keys.tie(b.slot),
    );
  }

  /** @param keyless what the circumstances say that no key finds, where that is known */
  private weigh(
    { query, names, prior, most }: Asked,
    entry: KeptRecord,
    keyless: number | null,
    ranking: Ranking<KeptRecord>,
  ): void {
    const sums = nameSums(names, entry, this.comparer.score);
    const byName = prior + sums.total;
    // Names decide most pairs: the rest is looked at where it can change something.
    if (keyless === null && !ranking.mayKeep(byName + most)) return;
    const circumstances = this.circumstances.at(entry.slot);
    const rest = keyless ?? keylessCentibits(query, circumstances, this.shares);
    const sum = byName + rest + keyedCentibits(query, circumstances);
    if (!ranking.mayKeep(sum)) return;
    const left = { words: wordsOf(names.names[sums.leftForm]), circumstances: query };
    const right = { words: wordsOf(entry.names[sums.rightForm]), circumstances };
    ranking.add(entry, posteriorCentibits(sum, sums, left, right, this.frequencies));
  }
}
