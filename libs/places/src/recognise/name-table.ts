import { nearSkeletonsOfWord, normalise } from '@athar/arabic-names';
import type { Holder, Named, Place } from '../gazetteer.js';
import { keysOf } from './spelling.js';

/** What a name stands for; `elsewhere` is a place outside the country, known in order to be passed over. */
export type Target =
  | { readonly what: 'place'; readonly named: Place; readonly parents: readonly Place[] }
  | { readonly what: 'holder'; readonly named: Holder; readonly parents: readonly Holder[] }
  | { readonly what: 'elsewhere' };

export type HolderTarget = Extract<Target, { what: 'holder' }>;

/** One spelling of one target. */
export interface Spelling {
  readonly target: Target;
  readonly exact: string;
  /** Its consonant classes; empty where they are too few to say anything. */
  readonly sound: string;
  /** Also an everyday word, which the article then tells from it: الباب is a town, باب a door. */
  readonly weak: boolean;
  readonly article: boolean;
}

/** How many words the longest names have, their articles counted. */
const MOST_WORDS = 7;
/** Letters of a name that tell soonest that no name begins so. */
const OPENING = 2;
/** The opening of a word this long is that of the name which it begins, whatever follows. */
const LONG_WORD = 4;

/** All spellings by key, so that a text is looked up and not compared with every name. */
export class NameTable {
  private readonly folded = new Map<string, Spelling[]>();
  private readonly sounds = new Map<string, Spelling[]>();
  private readonly longest = new Map<string, number>();

  /** How many words the longest names have that begin like this word; 0 where none does. */
  mostWordsFrom(word: string): number {
    if (word.length < LONG_WORD) return MOST_WORDS;
    const lengths = keysOf([word]).folded.map((key) => this.longest.get(key.slice(0, OPENING)));
    return Math.max(...lengths.map((length) => length ?? 0));
  }

  add(target: Target, text: string, weak: boolean): void {
    const words = normalise(text).split(' ').filter(Boolean);
    const { exact, folded, article } = keysOf(words);
    // Numbers are read apart, by the words beside them.
    if (exact.length < 2 || /[0-9]/u.test(exact)) return;
    const spelling = { target, exact, sound: soundOf(soundKeys(exact)), weak, article };
    for (const key of folded) {
      push(this.folded, key, spelling);
      const opening = key.slice(0, OPENING);
      const longest = Math.max(this.longest.get(opening) ?? 0, words.length + 1);
      this.longest.set(opening, Math.min(longest, MOST_WORDS));
    }
    for (const key of soundKeys(exact)) push(this.sounds, key, spelling);
  }

  /** Adds every spelling of a place or holder. */
  addNamed(target: Exclude<Target, { what: 'elsewhere' }>): void {
    const { nameAr, nameEn, spellings, weak }: Named = target.named;
    // A town's everyday name is no less so as that of its sub-district.
    const above = target.parents.flatMap((parent: Named) => parent.weak);
    const everyday = new Set([...weak, ...above].flatMap(foldedOf));
    for (const text of new Set([nameAr, nameEn, ...spellings, ...weak]))
      this.add(
        target,
        text,
        foldedOf(text).some((key) => everyday.has(key)),
      );
  }

  /** Spellings with one of these folded forms. */
  withKeys(keys: readonly string[]): Spelling[] {
    return keys.flatMap((key) => this.folded.get(key) ?? []);
  }

  /** Spellings that share a sound: one consonant may be wrong, missing or added. */
  withSounds(keys: readonly string[]): Set<Spelling> {
    return new Set(keys.flatMap((key) => this.sounds.get(key) ?? []));
  }
}

/** Keys of fewer consonants than this are shared by too much. */
const LEAST_CONSONANTS = 3;

/** Keys that names share which sound about alike. */
export function soundKeys(exact: string): string[] {
  const keys = exact.split(' ').flatMap(nearSkeletonsOfWord);
  return keys.filter((key) => key.length >= LEAST_CONSONANTS);
}

/** The longest of a word's keys has all of its consonants. */
export function soundOf(keys: readonly string[]): string {
  return keys.reduce((all, key) => (key.length > all.length ? key : all), '');
}

function foldedOf(text: string): readonly string[] {
  return keysOf(normalise(text).split(' ')).folded;
}

function push(map: Map<string, Spelling[]>, key: string, spelling: Spelling): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [spelling]);
  else if (!there.some((known) => isSame(known, spelling))) there.push(spelling);
}

function isSame(a: Spelling, b: Spelling): boolean {
  return a.target === b.target && a.exact === b.exact && a.article === b.article;
}
