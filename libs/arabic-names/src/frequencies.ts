import general from './frequencies.json' with { type: 'json' };
import { later } from './later.js';
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

/** Counts name parts, name after name, on top of a general list. */
export class FrequencyCount {
  private readonly counts = new Map<string, number>();
  private readonly persons = new PartCounter(GENERAL_TOKENS);
  private readonly families = new PartCounter(GENERAL_TOKENS);
  private total = GENERAL_TOKENS;

  constructor() {
    for (const [token, count] of generalTokens()) {
      this.raise(token, count);
      this.persons.smooth(token, count);
      this.families.smooth(token, count);
    }
  }

  add({ tokens, readings }: ParsedName): void {
    for (const [place, token] of tokens.entries()) {
      this.raise(token, 1);
      this.total += 1;
      const role = readings[0]?.[place] ?? 'kunya';
      if (role !== 'kunya') (role === 'family' ? this.families : this.persons).count(token);
    }
  }

  /** The snapshot, which the count must not be added to any more. `version` belongs beside every score that used it. */
  frequencies(version: string): NameFrequencies {
    const { total, counts, persons, families } = this;
    return { version, total, counts, persons, families };
  }

  private raise(token: NameToken, count: number): void {
    const key = factsOf(token).frequencyKey;
    this.counts.set(key, (this.counts.get(key) ?? 0) + count);
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
  const count = new FrequencyCount();
  for (const name of names) count.add(typeof name === 'string' ? parseName(name) : name);
  return count.frequencies(version);
}

/** The general list alone. */
export const generalFrequencies: () => NameFrequencies = later(() =>
  buildFrequencies([], general.version),
);

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
