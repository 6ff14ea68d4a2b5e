import { shareOfWorth, tokenKeys, tokenSimilarity, type KeptName } from '@athar/arabic-names';
import { Recent } from './recent.js';
import { TIE_SPACE, tieOf } from './ties.js';

/** A word of a name that is kept or asked about. */
export type Token = KeptName['whole']['tokens'][number];

/** What tells asking words apart. */
export function askedKey({ token }: Token): string {
  return `${token.folded}|${token.spelling}`;
}

/** Words that stand for a word, the likest first. */
export interface LikeWords {
  /** Their numbers. */
  readonly words: Int32Array;
  /** For each of them the share of a full agreement that it is worth, in hundredths, above 0. */
  readonly shares: Uint8Array;
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

/** Words kept over all answers: some 40 MB at most, with what it costs to keep an answer as so many of them. */
const MOST_KEPT = 2 ** 23;
const COST = 40;

/** The different words of an index by their error-tolerant keys: far fewer than the records. */
export class WordFinder {
  /** Numbers of words by the keys of their own sounds, and by those that allow for an error. */
  private readonly exact = new Map<string, number[]>();
  private readonly near = new Map<string, number[]>();
  /** By number. */
  private readonly known = new Map<number, Token>();
  /** By number what puts words that are as like in an order, whichever came first. */
  private readonly ties: number[] = [];
  /** By the asking word. */
  private readonly answers = new Recent<Answer>(MOST_KEPT);
  /** How often records came or went. */
  changes = 0;

  /** @param isRare true for the number of a word that few records have */
  constructor(private readonly isRare: (word: number) => boolean) {}

  /** Takes a word by its number; one that is known already is passed over. */
  add(token: Token): void {
    const { word } = token;
    if (this.known.has(word)) return;
    this.known.set(word, token);
    this.ties[word] = tieOf(askedKey(token));
    const { exact, near } = tokenKeys(token.token);
    for (const key of exact) put(this.exact, key, word);
    for (const key of near) put(this.near, key, word);
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
    const shares = new Map<number, number>();
    const { exact, near } = tokenKeys(token.token);
    const take = (words: readonly number[] | undefined, share: number): void => {
      for (const word of words ?? []) {
        if (!shares.has(word)) shares.set(word, this.shareOf(token, word, share));
      }
    };
    for (const key of exact) take(this.exact.get(key), SAME);
    for (const key of exact) take(this.near.get(key), NEAR);
    for (const key of near) {
      // One sound as any other on both sides; one left out on one side only, or it would be two errors.
      take((key.includes(ANY_SOUND) ? this.near : this.exact).get(key), NEAR);
    }
    return { ...likestFirst(shares, this.ties), changes: this.changes };
  }

  /** @param guess what the keys say: as good as the likeness where few records have the word, and much cheaper */
  private shareOf(token: Token, word: number, guess: number): number {
    const other = this.known.get(word);
    if (other === undefined) return 0;
    if (this.isRare(word)) return guess;
    const alike = tokenSimilarity(token.token, other.token, token.facts, other.facts);
    return Math.round(100 * shareOfWorth(alike));
  }
}

/** Words that are found: a share, a tie and a place among them fit side by side into an exact number. */
const PLACES = 2 ** 20;
const WHOLE = 100;

/**
 * Words that are worth something, the likest first; those as like in an order that hangs on them alone, or what a record is
 * found worth by two of them would hang on which came first.
 */
function likestFirst(shares: ReadonlyMap<number, number>, ties: readonly number[]): LikeWords {
  const found = [...shares].filter(([, share]) => share > 0);
  // Plain numbers are sorted several times as fast as pairs of them.
  const sorted = Float64Array.from(found, ([word, share], place) => {
    return ((WHOLE - share) * TIE_SPACE + (ties[word] ?? 0)) * PLACES + place;
  }).sort();
  const places = Array.from(sorted, (packed) => packed % PLACES);
  return {
    words: Int32Array.from(places, (place) => found[place]?.[0] ?? 0),
    shares: Uint8Array.from(places, (place) => found[place]?.[1] ?? 0),
  };
}

function put(lists: Map<string, number[]>, key: string, word: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [word]);
  else list.push(word);
}
