import type { AskedName, KeptName, NameComparer, NameToken } from '@athar/arabic-names';
import type { CircumstanceRows } from './circumstance-rows.js';
import { keyedCentibits, keylessCentibits, mostOfCircumstances } from './circumstances.js';
import { posteriorCentibits } from './dependence.js';
import { askNames, type KeptRecord } from './kept-record.js';
import type { KeyIndex } from './key-index.js';
import type { PersonFrequencies } from './milieus.js';
import { meetNames, nameSums, type NamesOf } from './name-forms.js';
import type { PreparedRecord } from './prepare.js';
import type { Ranking } from './ranking.js';
import type { Shares } from './shares.js';

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

/** The circumstances of so many entries are looked at, for each that is asked for and at least. */
const LOOKED_AT_PER_ASKED = 6;
const LEAST_LOOKED_AT = 120;
/** Of these so many are compared in full. */
const COMPARED_PER_ASKED = 2;
const LEAST_COMPARED = 45;
/** Hundredths of a bit by which names may say more than was seen of them. */
const SLACK = 200;
/** Once half of them are compared, those are no rivals of the best that seem to be so much less probable. */
const NO_RIVAL = 400;

/** Ranks the records of an index against a query: those that seem likeliest are compared in full. */
export class Ranker {
  /** @param records by slot */
  constructor(
    private readonly records: readonly (KeptRecord | undefined)[],
    private readonly circumstances: CircumstanceRows,
    private readonly keys: KeyIndex,
    private readonly comparer: NameComparer,
  ) {}

  /**
   * Compares a query with all records.
   * @param prior log2-odds of any pair, in hundredths of a bit
   * @param passed slots that are passed over
   */
  rankAll(
    query: PreparedRecord,
    prior: number,
    passed: ReadonlySet<number>,
    ranking: Ranking<KeptRecord>,
  ): void {
    const names = askNames(query, this.comparer, 'all');
    const most = mostOfCircumstances(query);
    for (const entry of this.records) {
      if (entry === undefined || passed.has(entry.slot)) continue;
      this.weigh({ query, names, prior, most }, entry, null, ranking);
    }
  }

  /**
   * Compares a query with the records alone that have something in common with it, and of these with the likeliest.
   * @param prior log2-odds of any pair, in hundredths of a bit
   * @param excluded slots that are passed over
   */
  rankLikely(
    query: PreparedRecord,
    prior: number,
    excluded: ReadonlySet<number>,
    ranking: Ranking<KeptRecord>,
  ): void {
    const names = askNames(query, this.comparer, 'few');
    const most = mostOfCircumstances(query);
    const asked = { query, names, prior, most };
    const passed = new Set(excluded);
    this.circumstances.glances.begin(query, this.shares);
    for (const form of names.names.length === 0 ? [undefined] : names.names) {
      const likeliest = this.likeliest(asked, form, passed, ranking.limit);
      this.rankLikeliest(asked, likeliest, passed, ranking);
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

  /**
   * The entries that are worth a full comparison with one form of a query's name, the likeliest first.
   * @param passed slots that are passed over
   */
  private likeliest(
    { query, names }: Asked,
    form: AskedName | undefined,
    passed: ReadonlySet<number>,
    limit: number,
  ): Likely[] {
    const many = Math.max(LEAST_LOOKED_AT, LOOKED_AT_PER_ASKED * limit) + passed.size;
    const found: Likely[] = [];
    const { shares } = this;
    for (const slot of this.keys.candidates(query, names, form, many, this.glance)) {
      if (passed.has(slot)) continue;
      const keyless = keylessCentibits(query, this.circumstances.withoutSigns(slot), shares);
      found.push({ slot, keyless, estimate: this.keys.estimate(slot) + keyless });
    }
    return found.sort(
      (a, b) => b.estimate - a.estimate || this.keys.tie(a.slot) - this.keys.tie(b.slot),
    );
  }

  private readonly glance = (slot: number): number => this.circumstances.glances.at(slot);

  private get shares(): Shares {
    const { shares }: PersonFrequencies = this.comparer.frequencies;
    return shares;
  }

  /** @param keyless what the circumstances say that no key finds, where that is known */
  private weigh(
    { query, names, prior, most }: Asked,
    entry: KeptRecord,
    keyless: number | null,
    ranking: Ranking<KeptRecord>,
  ): void {
    const sums = nameSums(meetNames(names, entry, this.comparer.score));
    const byName = prior + sums.total;
    // Names decide most pairs: the rest is looked at where it can change something.
    if (keyless === null && !ranking.mayKeep(byName + most)) return;
    const circumstances = this.circumstances.at(entry.slot);
    const rest = keyless ?? keylessCentibits(query, circumstances, this.shares);
    const sum = byName + rest + keyedCentibits(query, circumstances);
    if (!ranking.mayKeep(sum)) return;
    const left = { words: wordsOf(names.names[sums.leftForm]), circumstances: query };
    const right = { words: wordsOf(entry.names[sums.rightForm]), circumstances };
    ranking.add(entry, posteriorCentibits(sum, sums, left, right, this.comparer.frequencies));
  }
}
