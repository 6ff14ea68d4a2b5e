import { tokenKeys } from '@athar/arabic-names';
import { IndexedWords, type Feature } from './indexed-words.js';
import type { PreparedRecord } from './prepare.js';
import { Worths } from './worths.js';

/** Candidates that are scored in full. */
const MOST_CANDIDATES = 3000;
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

/** Records by error-tolerant keys of their names, and by their numbers and marks. */
export class KeyIndex {
  private readonly words = new IndexedWords();
  /** By slot: the record's id and the numbers of its words. Slots of records taken out are used again. */
  private readonly ids: string[] = [];
  private readonly wordsOf: (readonly number[])[] = [];
  private readonly free: number[] = [];
  private readonly slotOf = new Map<string, number>();
  private readonly worths = new Worths();

  add(record: PreparedRecord): void {
    const slot = this.free.pop() ?? this.ids.length;
    this.ids[slot] = record.id;
    this.wordsOf[slot] = featuresOf(record).map((feature) => this.words.add(feature, slot));
    this.slotOf.set(record.id, slot);
  }

  remove({ id }: PreparedRecord): void {
    const slot = this.slotOf.get(id);
    if (slot === undefined) return;
    for (const word of this.wordsOf[slot] ?? []) this.words.remove(word, slot);
    this.wordsOf[slot] = [];
    this.slotOf.delete(id);
    this.free.push(slot);
  }

  /**
   * Ids of the records that have most in common with a record, the likeliest first: rare words count
   * more than common ones, the same words more than near ones.
   */
  candidates(query: PreparedRecord, exclude?: ReadonlySet<string>): string[] {
    const { worths, ids } = this;
    worths.begin(ids.length);
    for (const feature of featuresOf(query)) {
      worths.nextFeature();
      const { same, near } = this.words.like(feature);
      this.addGroup(same, 1);
      this.addGroup(near, NEAR);
    }
    return worths
      .best(MOST_CANDIDATES + (exclude?.size ?? 0))
      .map((slot) => ({ id: ids[slot] ?? '', worth: worths.of(slot) }))
      .filter(({ id }) => exclude?.has(id) !== true)
      .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_CANDIDATES)
      .map(({ id }) => id);
  }

  private addGroup(words: readonly number[], share: number): void {
    const lists = words.map((word) => this.words.slotsOf(word));
    const size = lists.reduce((sum, slots) => sum + slots.length, 0);
    const worth = share * Math.log2(1 + this.slotOf.size / size);
    for (const slots of lists) this.worths.add(slots, worth);
  }
}
