import { toComparable, type ComparableName } from './comparable-name.js';
import { generalFrequencies } from './frequencies.js';
import { scoreNames } from './name-score.js';
import { asOneWord, wordKey } from './token-facts.js';
import type { NameFrequencies, NameScore, NameToken, ParsedName } from './types.js';
import { Vocabulary, type SimilarityRow } from './vocabulary.js';
import { weighToken, worthsOf, type WeighedToken } from './weighed-token.js';

/** A name that others are compared with. */
export type KeptName = ComparableName;
/** A name that is compared with those kept before it was asked about. */
export type AskedName = ComparableName;

/** Words asked about that are remembered. */
const MOST_ASKED = 20_000;

function keyOf(token: NameToken): string {
  const { head, article, roles } = token;
  const compound = head === null ? '' : `${head}|${token.whole}`;
  return `${wordKey(token)}|${compound}|${article}|${roles.join()}`;
}

/** Tokens by what they say, each weighed once. */
class KnownTokens {
  private readonly byKey = new Map<string, WeighedToken>();
  /** Most tokens are the very ones that came before: then nothing of them need be looked at. */
  private same = new WeakMap<NameToken, WeighedToken>();

  get size(): number {
    return this.byKey.size;
  }

  values(): Iterable<WeighedToken> {
    return this.byKey.values();
  }

  of(token: NameToken, weigh: (token: NameToken) => WeighedToken): WeighedToken {
    const same = this.same.get(token);
    if (same !== undefined) return same;
    const key = keyOf(token);
    const known = this.byKey.get(key) ?? weigh(token);
    this.byKey.set(key, known);
    this.same.set(token, known);
    return known;
  }

  clear(): void {
    this.byKey.clear();
    this.same = new WeakMap();
  }
}

/**
 * Compares few names with many, for the score alone: the same numbers as `compareNames` gives, at a
 * fraction of the cost. Words recur, so their similarities are kept in a table.
 */
export class NameComparer {
  private readonly vocabulary = new Vocabulary();
  private readonly kept = new KnownTokens();
  /** Those asked about among few, all forgotten when full. */
  private readonly asked = new KnownTokens();
  /** How often the vocabulary had forgotten what these met. */
  private forgotten = 0;

  constructor(private weighedBy: NameFrequencies = generalFrequencies()) {}

  get frequencies(): NameFrequencies {
    return this.weighedBy;
  }

  /** Weighs all kept names anew by another snapshot of frequencies. Costs time for each different word. */
  weighBy(frequencies: NameFrequencies): void {
    this.weighedBy = frequencies;
    this.asked.clear();
    for (const token of this.kept.values()) {
      Object.assign(token, worthsOf(token.token, frequencies));
    }
  }

  /** Makes a name ready to be compared with names asked about later. Its words stay known. */
  keep(name: ParsedName): KeptName {
    return toComparable(name, this.weighKept);
  }

  // Names hold on to what weighs them: one function for all of them.
  private readonly weighKept = (token: NameToken, joined: boolean): WeighedToken => {
    // Neighbours that may be one word are as many as names, and few of them are ever looked at.
    if (joined) return weighToken(token, this.weighedBy);
    return this.kept.of(token, this.weighNumbered);
  };

  private readonly weighNumbered = (token: NameToken): WeighedToken =>
    weighToken(token, this.weighedBy, this.vocabulary.numberOf(token));

  /** Makes a name ready to be compared with the names kept by now. */
  ask(name: ParsedName): AskedName {
    const weigh = (token: NameToken) =>
      weighToken(token, this.weighedBy, -1, this.vocabulary.rowOf(token));
    return toComparable(name, weigh, true);
  }

  /**
   * Makes a name ready to be compared with a few of the names kept: `ask` is for very many. The same scores, but
   * a word is held against those alone that it meets.
   */
  askFew(name: ParsedName): AskedName {
    return toComparable(name, this.weighOfFew, true);
  }

  private readonly weighOfFew = (token: NameToken, joined: boolean): WeighedToken => {
    if (joined) return weighToken(token, this.weighedBy);
    const { forgotten } = this.vocabulary;
    if (this.asked.size >= MOST_ASKED || forgotten !== this.forgotten) this.asked.clear();
    this.forgotten = forgotten;
    return this.asked.of(token, this.weighAsked);
  };

  private readonly weighAsked = (token: NameToken): WeighedToken =>
    weighToken(token, this.weighedBy, -1, this.vocabulary.fewOf(token));

  /** Number of the word that a compound of a kept name is when it is written as one. */
  numberOfWhole(token: NameToken): number {
    return this.vocabulary.numberOf(asOneWord(token));
  }

  /** The likes of a compound of a name asked about, when it is written as one word. */
  rowOfWhole(token: NameToken): SimilarityRow {
    return this.vocabulary.rowOf(asOneWord(token));
  }

  /** Compares two names of this comparer. */
  readonly score: (asked: AskedName, kept: KeptName) => NameScore = scoreNames;
}
