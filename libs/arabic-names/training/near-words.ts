import { normalise } from '../src/normalise.js';
import { skeletonOf } from '../src/skeleton.js';
import type { Side } from '../src/sound-units.js';
import type { TrainingPair } from './pairs.js';

const OTHER = { arabic: 'latin', latin: 'arabic' } as const;
/** How often near words are looked for anew from the second round on. */
const ANEW = 1 / 5;

/** How hard near words are looked for. */
export interface NearOptions {
  /** Words of one key that are looked at. */
  readonly ofAKey: number;
  /** Near words kept for each word. */
  readonly kept: number;
}

function foldedOf(word: string): string {
  return normalise(word).replace(/[^\p{L}]/gu, '');
}

/** A word's consonants, and the same with each one left out. */
function keysOf(word: string, script: 'arabic' | 'latin'): string[] {
  const key = skeletonOf({ folded: foldedOf(word), script, head: null });
  if (key.length < 2) return [key];
  return [...new Set([key, ...Array.from(key, (_, at) => key.slice(0, at) + key.slice(at + 1))])];
}

function pick<Item>(items: readonly Item[], random: () => number): Item | undefined {
  return items[Math.floor(random() * items.length)];
}

/** Words of the training set that a word could be taken for and is not. */
export class NearWords {
  private readonly all: Readonly<Record<Side, string[]>>;
  private readonly byKey: Readonly<Record<Side, Map<string, string[]>>>;
  private readonly keys = {
    arabic: new Map<string, string[]>(),
    latin: new Map<string, string[]>(),
  };
  private readonly found = {
    arabic: new Map<string, string[]>(),
    latin: new Map<string, string[]>(),
  };
  /** Folded words that are spellings of each other: `arabic|latin`. */
  private readonly same: Set<string>;
  private readonly folded = new Map<string, string>();

  constructor(
    pairs: readonly TrainingPair[],
    same: readonly TrainingPair[],
    private readonly scripts: Readonly<Record<Side, 'arabic' | 'latin'>>,
    private readonly options: NearOptions,
    private readonly random: () => number,
  ) {
    const distinct = (side: Side) => [...new Set(pairs.map((pair) => pair[side]))].sort();
    this.all = { arabic: distinct('arabic'), latin: distinct('latin') };
    this.byKey = { arabic: this.sortIn('arabic'), latin: this.sortIn('latin') };
    this.same = new Set(same.map(({ arabic, latin }) => this.pairKey(arabic, latin)));
  }

  private sortIn(side: Side): Map<string, string[]> {
    const sorted = new Map<string, string[]>();
    for (const word of this.all[side]) {
      for (const key of this.keysOf(word, side)) {
        const words = sorted.get(key) ?? [];
        words.push(word);
        sorted.set(key, words);
      }
    }
    return sorted;
  }

  private keysOf(word: string, side: Side): string[] {
    const known = this.keys[side].get(word) ?? keysOf(word, this.scripts[side]);
    this.keys[side].set(word, known);
    return known;
  }

  private fold(word: string): string {
    const known = this.folded.get(word) ?? foldedOf(word);
    this.folded.set(word, known);
    return known;
  }

  private pairKey(arabic: string, latin: string): string {
    return `${this.fold(arabic)}|${this.fold(latin)}`;
  }

  private isSame(own: Side, word: string, other: string): boolean {
    return this.same.has(own === 'arabic' ? this.pairKey(word, other) : this.pairKey(other, word));
  }

  /** Up to `count` words of the other side that score high for the pair's own word though they are not it. */
  of(
    pair: TrainingPair,
    own: Side,
    count: number,
    round: number,
    score: (word: string) => number,
  ): string[] {
    const word = pair[own];
    let found = this.found[own].get(word);
    if (found === undefined || (round > 1 && this.random() < ANEW)) {
      found = this.look(word, own, score);
      this.found[own].set(word, found);
    }
    if (found.length <= count) return [...found];
    const start = Math.floor(this.random() * found.length);
    return Array.from({ length: count }, (_, at) => found[(start + at) % found.length] ?? '');
  }

  private look(word: string, own: Side, score: (word: string) => number): string[] {
    const side = OTHER[own];
    const { ofAKey, kept } = this.options;
    const words = new Set<string>();
    for (const key of this.keysOf(word, own)) {
      const sharing = this.byKey[side].get(key) ?? [];
      if (sharing.length <= ofAKey) for (const other of sharing) words.add(other);
      else for (let at = 0; at < ofAKey; at += 1) words.add(pick(sharing, this.random) ?? '');
    }
    return [...words]
      .filter((other) => !this.isSame(own, word, other))
      .map((other) => ({ other, score: score(other) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, kept)
      .map(({ other }) => other);
  }

  /** Any word of the other side that is no spelling of the pair's own word, of about the right length. */
  any(pair: TrainingPair, own: Side): string {
    const side = OTHER[own];
    for (;;) {
      const word = pick(this.all[side], this.random) ?? '';
      const apart = Math.abs(word.length - pair[side].length);
      if (apart > 2 && this.random() < 0.75) continue;
      if (!this.isSame(own, pair[own], word)) return word;
    }
  }
}
