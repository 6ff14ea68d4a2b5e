import {
  mayBeSlip,
  shareOfWorth,
  tokenKeys,
  tokenSimilarity,
  type KeptName,
} from '@athar/arabic-names';
import { Counters } from './counters.js';
import { Recent } from './recent.js';
import { TIE_SPACE, tieOf } from './ties.js';

/** A word of a name that is kept or asked about. */
export type Token = KeptName['whole']['tokens'][number];

function spelledAs({ token }: Token): string {
  return `${token.folded}|${token.spelling}`;
}

/** What tells asking words apart: by whether it has its article, a word has other keys. */
export function askedKey(token: Token): string {
  return `${spelledAs(token)}|${token.token.article}`;
}

/** Words that stand for a word, the likest first. */
export interface LikeWords {
  /** Their numbers. */
  readonly words: Int32Array;
  /** For each of them the share of a full agreement that it is worth, in hundredths, above 0. */
  readonly shares: Uint8Array;
}

/** Words that are found, in any order, each with its share. */
interface Found {
  readonly words: number[];
  readonly shares: number[];
}

interface Answer extends LikeWords {
  /** Changes that the index had seen when it was found. */
  readonly changes: number;
}

/** Share of a full agreement, in hundredths, that words with one key in common are taken for, and with one but for an error. */
const SAME = 90;
const NEAR = 45;
/** Stands in a key for any one sound. */
const ANY_SOUND = '_';

/** Words kept over all answers: some 20 MB at most, with what it costs to keep an answer as so many of them. */
const MOST_KEPT = 2 ** 22;
const COST = 40;

/** The different words of an index by their error-tolerant keys: far fewer than the records. */
export class WordFinder {
  /** Numbers of words by the keys of their own sounds, and by those that allow for an error. */
  private readonly exact = new Map<string, number[]>();
  private readonly near = new Map<string, number[]>();
  /** By number. */
  private readonly known: (Token | undefined)[] = [];
  /** Words that were taken with their article, and those without. */
  private readonly taken = { bare: new Set<number>(), withArticle: new Set<number>() };
  /** By number the question for which a word was last looked at: a word is found by several keys. */
  private readonly asked = new Counters();
  private question = 0;
  /** By number what puts words that are as like in an order, whichever came first. */
  private readonly ties: number[] = [];
  /** By the asking word. */
  private readonly answers = new Recent<Answer>(MOST_KEPT);
  /** How often records came or went. */
  changes = 0;

  /** @param isRare true for the number of a word that few records have */
  constructor(private readonly isRare: (word: number) => boolean) {}

  /** Takes a word by its number; one that is known already, with its article or without as it is now, is passed over. */
  add(token: Token): void {
    const { word } = token;
    const taken = token.token.article ? this.taken.withArticle : this.taken.bare;
    if (taken.has(word)) return;
    taken.add(word);
    this.makeRoom(word);
    this.known[word] ??= token;
    this.ties[word] = tieOf(spelledAs(token));
    const { exact, near } = tokenKeys(token.token);
    for (const key of exact) put(this.exact, key, word);
    for (const key of near) put(this.near, key, word);
  }

  /** Words are numbered as they come: arrays that are filled without gaps are read several times as fast as maps. */
  private makeRoom(word: number): void {
    while (this.known.length <= word) {
      this.known.push(undefined);
      this.ties.push(0);
    }
  }

  /** Says that records came or went: what is rare is seen anew. */
  change(): void {
    this.changes += 1;
  }

  /** The words that share a key with a word and agree with it more than not. */
  like(token: Token): LikeWords {
    const asked = askedKey(token);
    const answer = this.answers.get(asked);
    if (answer?.changes === this.changes) return answer;
    const fresh = this.find(token);
    this.answers.put(asked, fresh, fresh.words.length + COST);
    return fresh;
  }

  private find(token: Token): Answer {
    const found: Found = { words: [], shares: [] };
    const { exact, near } = tokenKeys(token.token);
    this.question += 1;
    const take = (words: readonly number[] | undefined, guess: number): void => {
      if (words !== undefined) this.take(words, token, guess, found);
    };
    for (const key of exact) take(this.exact.get(key), SAME);
    for (const key of exact) take(this.near.get(key), NEAR);
    for (const key of near) {
      // One sound as any other on both sides; one left out on one side only, or it would be two errors.
      take((key.includes(ANY_SOUND) ? this.near : this.exact).get(key), NEAR);
    }
    return { ...likestFirst(found, this.ties), changes: this.changes };
  }

  /** @param found takes in the words that were not looked at before */
  private take(words: readonly number[], token: Token, guess: number, found: Found): void {
    const { asked, question } = this;
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? 0;
      if (asked.at(word) === question) continue;
      asked.put(word, question);
      const share = this.shareOf(token, word, guess);
      if (share <= 0) continue;
      found.words.push(word);
      found.shares.push(share);
    }
  }

  /** @param guess what the keys say: as good as the likeness where few records have the word, and much cheaper */
  private shareOf(token: Token, word: number, guess: number): number {
    // Most are: this is asked before the word itself is fetched.
    if (this.isRare(word)) return guess;
    const other = this.known[word];
    if (other === undefined) return 0;
    const alike = tokenSimilarity(token.token, other.token, token.facts, other.facts);
    const share = Math.round(100 * shareOfWorth(alike));
    return share < NEAR && mayBeSlip(token, other) ? NEAR : share;
  }
}

/** Words that are found: a share, a tie and a place among them fit side by side into an exact number. */
const PLACES = 2 ** 20;
const WHOLE = 100;

/**
 * Puts the likest first; those as like in an order that hangs on them alone, or what a record is found worth by two of
 * them would hang on which came first.
 */
function likestFirst({ words, shares }: Found, ties: readonly number[]): LikeWords {
  // Plain numbers are sorted several times as fast as pairs of them.
  const sorted = Float64Array.from(words, (word, place) => {
    return ((WHOLE - (shares[place] ?? 0)) * TIE_SPACE + (ties[word] ?? 0)) * PLACES + place;
  }).sort();
  const places = Array.from(sorted, (packed) => packed % PLACES);
  return {
    words: Int32Array.from(places, (place) => words[place] ?? 0),
    shares: Uint8Array.from(places, (place) => shares[place] ?? 0),
  };
}

function put(lists: Map<string, number[]>, key: string, word: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [word]);
  else list.push(word);
}
