import { alignNames } from './align.js';
import { toComparable, type ComparableName } from './comparable-name.js';
import { generalFrequencies } from './frequencies.js';
import type { NameComparison, NameFrequencies, ParsedName } from './types.js';
import { weighToken } from './weighed-token.js';

const prepared = new WeakMap<NameFrequencies, WeakMap<ParsedName, ComparableName>>();

/** A name made ready, once for each snapshot of frequencies. */
function comparableOf(name: ParsedName, frequencies: NameFrequencies): ComparableName {
  const known = prepared.get(frequencies) ?? new WeakMap<ParsedName, ComparableName>();
  prepared.set(frequencies, known);
  let comparable = known.get(name);
  if (comparable === undefined) {
    comparable = toComparable(name, (token) => weighToken(token, frequencies));
    known.set(name, comparable);
  }
  return comparable;
}

/**
 * How likely two names are one man's name. Takes two parsed names and the frequencies that say what
 * an agreement is worth (the general list where none are given); gives a score in [0, 1], integer
 * hundredths of a bit, and what met what. Symmetric: turning the names round turns the alignment round.
 * A name without tokens compares as nothing known: score 0, no bits.
 */
export function compareNames(
  a: ParsedName,
  b: ParsedName,
  frequencies: NameFrequencies = generalFrequencies(),
): NameComparison {
  return alignNames(comparableOf(a, frequencies), comparableOf(b, frequencies));
}
