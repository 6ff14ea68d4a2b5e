import { tokenKeys } from '@athar/arabic-names';
import { IndexedWords, type Feature, type Group } from './indexed-words.js';
import type { PreparedRecord } from './prepare.js';
import { Worths } from './worths.js';

/** Candidates that are scored in full. */
const MOST_CANDIDATES = 3000;
/** When so many records are found, others are taken in only if they have two features in common. */
const ENOUGH = 1000;
/** Groups of words are gone through, the rarest first, until they lead to so many records. */
const MOST_VISITED = 20_000;
/** What a word that is nearly the same is worth, as a share of the same. */
const NEAR = 0.5;

function featuresOf(record: PreparedRecord): Feature[] {
  const tokens = [...record.names, ...record.knownAs].flatMap((name) => name.tokens);
  const features = new Map<string, Feature>();
  for (const token of tokens) {
    const word = `${token.folded}|${token.spelling}`;
    if (!features.has(word)) features.set(word, { word, ...tokenKeys(token) });
  }
  const others = [
    ...record.numbers.map((number) => `#${number.blurred}`),
    ...Array.from(record.markWords, (word) => `m:${word}`),
  ];
  for (const word of others) features.set(word, { word, exact: [word], near: [] });
  return [...features.values()];
}

interface Slot {
  readonly id: string;
  /** Numbers of its words. */
  readonly words: Int32Array;
  /** Number of the search that last took it in. */
  search: number;
}

interface Found {
  readonly id: string;
  readonly worth: number;
}

function likelierFirst(a: Found, b: Found): number {
  return b.worth - a.worth || (a.id < b.id ? -1 : 1);
}

/** Records by error-tolerant keys of their names, and by their numbers and marks. */
export class KeyIndex {
  private readonly words = new IndexedWords();
  private readonly slots: (Slot | undefined)[] = [];
  private readonly slotOf = new Map<string, number>();
  private searches = 0;

  add(record: PreparedRecord): void {
    const slot = this.slots.length;
    const words = featuresOf(record).map((feature) => this.words.add(feature, slot));
    this.slots.push({ id: record.id, words: Int32Array.from(words), search: 0 });
    this.slotOf.set(record.id, slot);
  }

  remove({ id }: PreparedRecord): void {
    const slot = this.slotOf.get(id);
    if (slot === undefined) return;
    for (const word of this.slots[slot]?.words ?? []) this.words.remove(word, slot);
    this.slots[slot] = undefined;
    this.slotOf.delete(id);
  }

  /**
   * Ids of the records that have most in common with a record, the likeliest first: rare words count
   * more than common ones, the same words more than near ones.
   */
  candidates(query: PreparedRecord, exclude?: ReadonlySet<string>): string[] {
    const features = featuresOf(query);
    const groups = features
      .flatMap((feature, place) => this.words.groupsOf(feature, place))
      .filter(({ size }) => size > 0)
      .sort((a, b) => a.size - b.size || a.feature - b.feature);
    const all = this.slotOf.size;
    const worths = new Worths(
      groups,
      features.length,
      this.words.count,
      ({ size, isNear }) => Math.log2(1 + all / size) * (isNear ? NEAR : 1),
    );
    return this.collect(groups, worths)
      .filter(({ id }) => exclude?.has(id) !== true)
      .sort(likelierFirst)
      .slice(0, MOST_CANDIDATES)
      .map(({ id }) => id);
  }

  /** Goes through whole groups only, so that what is found does not hang on the order of arrivals. */
  private collect(groups: readonly Group[], worths: Worths): Found[] {
    this.searches += 1;
    const found: Found[] = [];
    let visited = 0;
    for (const { words, size } of groups) {
      if (found.length >= ENOUGH && visited + size > MOST_VISITED) break;
      visited += size;
      const needed = found.length < ENOUGH ? 1 : 2;
      for (const word of words) this.collectWord(word, worths, needed, found);
    }
    return found;
  }

  private collectWord(word: number, worths: Worths, needed: number, found: Found[]): void {
    for (const at of this.words.slotsOf(word)) {
      const slot = this.slots[at];
      if (slot === undefined || slot.search === this.searches) continue;
      const worth = worths.weigh(slot.words);
      if (worths.shared < needed) continue;
      slot.search = this.searches;
      found.push({ id: slot.id, worth });
    }
  }
}
