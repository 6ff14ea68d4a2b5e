import { toComparable, type ComparableName } from './comparable-name.js';
import { GENERAL_FREQUENCIES } from './frequencies.js';
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

/**
 * Compares few names with many, for the score alone: the same numbers as `compareNames` gives, at a
 * fraction of the cost. Words recur, so their similarities are kept in a table.
 */
export class NameComparer {
  private readonly vocabulary = new Vocabulary();
  private readonly kept = new Map<string, WeighedToken>();
  /** Those asked about among few, all forgotten when full. */
  private readonly asked = new Map<string, WeighedToken>();
  /** How often the vocabulary had forgotten what these met. */
  private forgotten = 0;

  constructor(private weighedBy: NameFrequencies = GENERAL_FREQUENCIES) {}

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
    return toComparable(name, (token, joined) => {
      // Neighbours that may be one word are as many as names, and few of them are ever looked at.
      if (joined) return weighToken(token, this.weighedBy);
      const key = keyOf(token);
      const known = this.kept.get(key);
      if (known !== undefined) return known;
      const fresh = weighToken(token, this.weighedBy, this.vocabulary.numberOf(token));
      this.kept.set(key, fresh);
      return fresh;
    });
  }

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
    const weigh = (token: NameToken, joined: boolean) =>
      joined ? weighToken(token, this.weighedBy) : this.askOfFew(token);
    return toComparable(name, weigh, true);
  }

  private askOfFew(token: NameToken): WeighedToken {
    const { forgotten } = this.vocabulary;
    if (this.asked.size >= MOST_ASKED || forgotten !== this.forgotten) this.asked.clear();
    this.forgotten = forgotten;
    const key = keyOf(token);
    const known = this.asked.get(key);
    if (known !== undefined) return known;
    const row = this.vocabulary.fewOf(token);
    const fresh = weighToken(token, this.weighedBy, -1, row);
    this.asked.set(key, fresh);
    return fresh;
  }

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
