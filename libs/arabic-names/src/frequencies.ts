import general from './frequencies.json' with { type: 'json' };
import { parseName } from './parse.js';
import { NAME_WEIGHTS } from './name-weights.js';
import { PartCounter } from './part-counts.js';
import { factsOf } from './token-facts.js';
import type { NameFrequencies, NameToken, ParsedName } from './types.js';

/** Tokens that the general list stands for: it outweighs the counted names until there are more. */
const GENERAL_TOKENS = 2000;
/** Share of a name that was never seen. */
const UNSEEN = 1 / 8000;

/** The general list as counted tokens. */
function* generalTokens(): Generator<[token: NameToken, count: number]> {
  for (const [name, share] of Object.entries(general.perTenThousand)) {
    const token = parseName(name).tokens[0];
    if (token !== undefined) yield [token, (share * GENERAL_TOKENS) / 10_000];
  }
}

/**
 * A snapshot of how often name parts occur: those of `names` added to a general list.
 * `version` names the snapshot and belongs beside every score that used it.
 */
export function buildFrequencies(
  names: Iterable<string | ParsedName>,
  version: string,
): NameFrequencies {
  const counts = new Map<string, number>();
  const persons = new PartCounter(GENERAL_TOKENS);
  const families = new PartCounter(GENERAL_TOKENS);
  for (const [token, count] of generalTokens()) {
    const key = factsOf(token).frequencyKey;
    counts.set(key, (counts.get(key) ?? 0) + count);
    persons.smooth(token, count);
    families.smooth(token, count);
  }
  let total = GENERAL_TOKENS;
  for (const name of names) {
    const { tokens, readings } = typeof name === 'string' ? parseName(name) : name;
    for (const [place, token] of tokens.entries()) {
      const key = factsOf(token).frequencyKey;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      total += 1;
      const role = readings[0]?.[place] ?? 'kunya';
      if (role !== 'kunya') (role === 'family' ? families : persons).count(token);
    }
  }
  return { version, total, counts, persons, families };
}

/** The general list alone. */
export const GENERAL_FREQUENCIES: NameFrequencies = buildFrequencies([], general.version);

/** Share of name parts that have this token's key, in (0, 1]. */
export function shareOf(token: NameToken, { counts, total }: NameFrequencies): number {
  const seen = counts.get(factsOf(token).frequencyKey) ?? 0;
  return Math.min(1, (seen + UNSEEN * GENERAL_TOKENS) / total);
}

const rarities = new WeakMap<NameFrequencies, WeakMap<NameToken, number>>();

/** Bits that an agreement on this token is worth: the rarer the name, the more. */
export function rarityOf(token: NameToken, frequencies: NameFrequencies): number {
  const known = rarities.get(frequencies) ?? new WeakMap<NameToken, number>();
  rarities.set(frequencies, known);
  let bits = known.get(token);
  if (bits === undefined) {
    const most = NAME_WEIGHTS.mostForAPart;
    const worth = Math.log2(NAME_WEIGHTS.agreeAmongTrue / shareOf(token, frequencies));
    bits = Math.max(1, Math.min(most, worth));
    known.set(token, bits);
  }
  return bits;
}
