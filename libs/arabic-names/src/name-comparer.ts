import { toComparable, type ComparableName } from './comparable-name.js';
import { GENERAL_FREQUENCIES } from './frequencies.js';
import { scoreNames } from './name-score.js';
import type { NameFrequencies, NameScore, NameToken, ParsedName } from './types.js';
import { Vocabulary } from './vocabulary.js';
import { weighToken, type WeighedToken } from './weighed-token.js';

declare const side: unique symbol;
/** A name that others are compared with. */
export type KeptName = ComparableName & { readonly [side]?: 'kept' };
/** A name that is compared with those kept before it was asked about. */
export type AskedName = ComparableName & { readonly [side]?: 'asked' };

function keyOf({ folded, head, article, roles }: NameToken): string {
  return `${folded}|${head}|${article}|${roles.join()}`;
}

/**
 * Compares few names with many, for the score alone: the same numbers as `compareNames` gives, at a
 * fraction of the cost. Words recur, so their similarities are kept in a table.
 */
export class NameComparer {
  private readonly vocabulary = new Vocabulary();
  private readonly kept = new Map<string, WeighedToken>();

  constructor(readonly frequencies: NameFrequencies = GENERAL_FREQUENCIES) {}

  /** Makes a name ready to be compared with names asked about later. Its words stay known. */
  keep(name: ParsedName): KeptName {
    return toComparable(name, (token, joined) => {
      const key = keyOf(token);
      const word = joined ? -1 : this.vocabulary.numberOf(token);
      const known = this.kept.get(key) ?? weighToken(token, this.frequencies, word);
      if (!joined) this.kept.set(key, known);
      return known;
    });
  }

  /** Makes a name ready to be compared with the names kept by now. */
  ask(name: ParsedName): AskedName {
    return toComparable(name, (token, joined) =>
      weighToken(token, this.frequencies, -1, joined ? null : this.vocabulary.rowOf(token)),
    );
  }

  /** Compares two names of this comparer. */
  readonly score: (asked: AskedName, kept: KeptName) => NameScore = scoreNames;
}
