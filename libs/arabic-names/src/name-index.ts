import { joinsOf } from './comparable-name.js';
import { NameComparer, type AskedName, type KeptName } from './name-comparer.js';
import { parseName } from './parse.js';
import type { NameFrequencies } from './types.js';
import { LEAST_SIMILAR, SimilarityRow } from './vocabulary.js';
import type { WeighedToken } from './weighed-token.js';

export interface NameRecord {
  readonly id: string;
  readonly name: string;
}

export interface NameHit {
  readonly id: string;
  /** As it was given to the index. */
  readonly name: string;
  /** In [0, 1]. */
  readonly score: number;
  /** Integer hundredths of a bit for (positive) or against (negative) the same name. */
  readonly centibits: number;
}

interface Indexed extends NameRecord {
  readonly kept: KeptName;
}

/**
 * Names none of whose words is at least so similar to a word of the query score below it: they are looked
 * at step by step, only while the names found so far may score less.
 */
const STEPS = [0.02, 5e-4, LEAST_SIMILAR] as const;

/** Names that score less have nothing in common. */
const LEAST_SCORE = 1e-6;

/** Similarities that names asked about together may need at most: 8 MB. */
const MOST_CELLS_TOGETHER = 2 ** 21;

function rowsOf(name: AskedName): SimilarityRow[] {
  const rows = [...name.whole.tokens, ...joinsOf(name)].map(({ row }) => row);
  return rows.filter((row) => row instanceof SimilarityRow);
}

function better(a: NameHit, b: NameHit): number {
  return b.score - a.score || b.centibits - a.centibits || (a.id < b.id ? -1 : 1);
}

/** Many names, ranked against one. */
export class NameIndex {
  /** Places in `records` of the names that have a word, by the word's number. */
  private readonly withWord: number[][] = [];
  /** The same by the skeleton of two neighbours that may be one word. */
  private readonly withJoin = new Map<string, number[]>();
  /** Search in which a record was last looked at. */
  private readonly lookedAt: Int32Array;
  private searches = 0;

  /** Places of the records whose text has no name in it. */
  readonly nameless: readonly number[];

  private constructor(
    private readonly records: readonly Indexed[],
    private readonly comparer: NameComparer,
  ) {
    this.lookedAt = new Int32Array(records.length);
    records.forEach(({ kept }, place) => this.sortIn(kept, place));
    this.nameless = records.flatMap(({ kept }, place) =>
      kept.whole.tokens.length === 0 ? [place] : [],
    );
  }

  /** Takes names in either script; ids need not be distinct (a person may have several names). */
  static build(
    records: readonly NameRecord[],
    options: { frequencies?: NameFrequencies } = {},
  ): NameIndex {
    const comparer = new NameComparer(options.frequencies);
    const indexed = records.map(({ id, name }) => {
      return { id, name, kept: comparer.keep(parseName(name)) };
    });
    return new NameIndex(indexed, comparer);
  }

  get size(): number {
    return this.records.length;
  }

  /**
   * The `limit` names most like `name`, best first; equal scores in the order of the bits, then of ids. A name that
   * has nothing in common with it is not given. Indexes of parts of a list give together what one of the whole gives.
   */
  search(name: string, options: { limit?: number } = {}): NameHit[] {
    return this.answer(this.comparer.ask(parseName(name)), options);
  }

  /** `search` for each of many names, at less cost than one by one. */
  searchAll(names: readonly string[], options: { limit?: number } = {}): NameHit[][] {
    const found: NameHit[][] = [];
    let asked: AskedName[] = [];
    let cells = 0;
    names.forEach((name, at) => {
      const query = this.comparer.ask(parseName(name));
      asked.push(query);
      for (const { size } of rowsOf(query)) cells += size;
      if (cells < MOST_CELLS_TOGETHER && at + 1 < names.length) return;
      SimilarityRow.completeAll(asked.flatMap(rowsOf));
      for (const each of asked) found.push(this.answer(each, options));
      asked = [];
      cells = 0;
    });
    return found;
  }

  private answer(query: AskedName, { limit = 20 }: { limit?: number }): NameHit[] {
    this.searches += 1;
    const found: NameHit[] = [];
    for (const least of STEPS) {
      for (const place of this.similar(query, least)) {
        const hit = this.score(query, place);
        if (hit.score >= LEAST_SCORE) found.push(hit);
      }
      found.sort(better);
      if ((found[limit - 1]?.score ?? -1) >= least) break;
    }
    return found.slice(0, limit);
  }

  private sortIn(name: KeptName, place: number): void {
    for (const { word, token } of name.whole.tokens) {
      (this.withWord[word] ??= []).push(place);
      if (token.head === null) continue;
      (this.withWord[this.comparer.numberOfWhole(token)] ??= []).push(place);
    }
    for (const joined of joinsOf(name)) {
      const key = joined.facts.frequencyKey;
      const places = this.withJoin.get(key) ?? [];
      places.push(place);
      this.withJoin.set(key, places);
    }
  }

  private score(query: AskedName, place: number): NameHit {
    const record = this.records[place];
    if (record === undefined) return { id: '', name: '', score: 0, centibits: 0 };
    const { score, centibits } = this.comparer.score(query, record.kept);
    return { id: record.id, name: record.name, score, centibits };
  }

  /** Places not looked at yet of the names that have a word like one of the query's, or two that together are. */
  private similar(name: AskedName, least: number): number[] {
    const places: number[] = [];
    for (const token of [...name.whole.tokens, ...joinsOf(name)]) {
      this.collect(token, least, places);
    }
    return places;
  }

  private collect({ row, facts, token }: WeighedToken, least: number, places: number[]): void {
    // An initial may stand for any word.
    if (facts.initial) for (const found of this.withWord) this.add(found, places);
    else if (row instanceof SimilarityRow) this.addSimilar(row, least, places);
    if (token.head !== null) this.addSimilar(this.comparer.rowOfWhole(token), least, places);
    this.add(this.withJoin.get(facts.frequencyKey) ?? [], places);
  }

  private addSimilar(row: SimilarityRow, least: number, places: number[]): void {
    for (const word of row.similarWords()) {
      if (row.at(word) >= least) this.add(this.withWord[word] ?? [], places);
    }
  }

  private add(found: readonly number[], places: number[]): void {
    for (const place of found) {
      if (this.lookedAt[place] === this.searches) continue;
      this.lookedAt[place] = this.searches;
      places.push(place);
    }
  }
}
