import type { Target } from './name-table.js';
import type { MatchWay, Usage } from './recognition.js';

/** One thing that a stretch of words may name. */
export interface Hit {
  readonly target: Exclude<Target, { what: 'elsewhere' }>;
  readonly how: MatchWay;
  /** In [0, 1]: 1 where the spelling is known. */
  readonly closeness: number;
  /** Known, or so like what is known that it is a spelling of it. */
  readonly sure: boolean;
  /** Written like an everyday word or the name of a person. */
  readonly weak: boolean;
}

/** Words of a text that name something. */
export interface Stretch {
  /** Indices of its first and last word. */
  readonly first: number;
  readonly last: number;
  /** Offset in the first word behind what is written together with it (و, ب, ل). */
  readonly skip: number;
  /** Empty where the words name a place elsewhere. */
  readonly hits: readonly Hit[];
  readonly usage: Usage;
}

/** What the P-code of the sub-district ends in where a district has its seat. */
const SEAT = '00';

/**
 * Hits with the districts of those that are a district's seat: the town, its sub-district and its
 * district go by one name, also where their lists spell it differently.
 */
export function withDistricts(hits: readonly Hit[]): Hit[] {
  const codes = new Set(hits.map(({ target }) => target.named.code));
  return hits.flatMap((hit) => {
    const { target } = hit;
    if (target.what !== 'place' || target.named.level !== 'subdistrict') return [hit];
    const [named, ...parents] = target.parents;
    if (named === undefined || target.named.code !== named.code + SEAT || codes.has(named.code))
      return [hit];
    return [{ ...hit, target: { what: 'place', named, parents } }, hit];
  });
}
