import { alignTokens } from './align.js';
import { GENERAL_FREQUENCIES } from './frequencies.js';
import type { AlignedPart, NameComparison, NameFrequencies, ParsedName } from './types.js';

function turned(part: AlignedPart): AlignedPart {
  return {
    ...part,
    left: part.right,
    right: part.left,
    leftRole: part.rightRole,
    rightRole: part.leftRole,
  };
}

const orders = new WeakMap<ParsedName, string>();

function orderOf(name: ParsedName): string {
  const known = orders.get(name);
  if (known !== undefined) return known;
  const order = name.tokens.map((token) => `${token.text}|${token.roles.join()}`).join(' ');
  orders.set(name, order);
  return order;
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
  frequencies: NameFrequencies = GENERAL_FREQUENCIES,
): NameComparison {
  // One order whichever came first, so that ties fall the same way.
  if (orderOf(a) <= orderOf(b)) return alignTokens(a.tokens, b.tokens, frequencies);
  const comparison = alignTokens(b.tokens, a.tokens, frequencies);
  return { ...comparison, alignment: comparison.alignment.map(turned) };
}
