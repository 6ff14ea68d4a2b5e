/** Something by which a record can be found: a part of a name, a number, a word of its marks. */
export interface Feature {
  /** What it is, and no other feature. */
  readonly word: string;
  /** Keys that it shares with what is the same. */
  readonly exact: readonly string[];
  /** Keys that it shares with what is nearly the same. */
  readonly near: readonly string[];
}

/** Words of an index that a feature may stand for. */
export interface LikeWords {
  readonly same: readonly number[];
  readonly near: readonly number[];
}

interface Word {
  readonly feature: Feature;
  /** Slots of the records that have it. */
  readonly slots: number[];
}

/** The different words of all records, by their keys: far fewer than the records. */
export class IndexedWords {
  private readonly words: (Word | undefined)[] = [];
  /** Numbers of words that no record has any more: used again, so that changes do not add up. */
  private readonly free: number[] = [];
  private readonly numbers = new Map<string, number>();
  /** Numbers of the words that have a key; for exact keys and for all. */
  private readonly exact = new Map<string, number[]>();
  private readonly any = new Map<string, number[]>();

  slotsOf(number: number): readonly number[] {
    return this.words[number]?.slots ?? [];
  }

  /** Notes that a record has a feature. @returns the word's number */
  add(feature: Feature, slot: number): number {
    const number = this.numbers.get(feature.word) ?? this.bring(feature);
    this.words[number]?.slots.push(slot);
    return number;
  }

  remove(number: number, slot: number): void {
    const word = this.words[number];
    if (word === undefined) return;
    const at = word.slots.lastIndexOf(slot);
    if (at >= 0) word.slots.splice(at, 1);
    if (word.slots.length === 0) this.forget(number, word.feature);
  }

  /** The words that have an exact key in common with a feature, and those that have another. */
  like(feature: Feature): LikeWords {
    const same = new Set(feature.exact.flatMap((key) => this.exact.get(key) ?? []));
    const near = new Set<number>();
    for (const keys of [feature.exact, feature.near]) {
      for (const key of keys) {
        for (const word of this.any.get(key) ?? []) if (!same.has(word)) near.add(word);
      }
    }
    return { same: [...same], near: [...near] };
  }

  private bring(feature: Feature): number {
    const number = this.free.pop() ?? this.words.length;
    this.words[number] = { feature, slots: [] };
    this.numbers.set(feature.word, number);
    for (const key of feature.exact) put(this.exact, key, number);
    for (const key of [...feature.exact, ...feature.near]) put(this.any, key, number);
    return number;
  }

  private forget(number: number, feature: Feature): void {
    this.words[number] = undefined;
    this.free.push(number);
    this.numbers.delete(feature.word);
    for (const key of feature.exact) take(this.exact, key, number);
    for (const key of [...feature.exact, ...feature.near]) take(this.any, key, number);
  }
}

function put(lists: Map<string, number[]>, key: string, number: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [number]);
  else list.push(number);
}

function take(lists: Map<string, number[]>, key: string, number: number): void {
  const left = lists.get(key)?.filter((other) => other !== number) ?? [];
  if (left.length === 0) lists.delete(key);
  else lists.set(key, left);
}
