import { NameIndex, parseName, type NameHit, type NameRecord } from '@athar/arabic-names';

/** What the thread of a part of the pool is asked: first to make it ready, then for the likes of names. */
export type RankQuestion =
  | { readonly pool: readonly NameRecord[] }
  | { readonly names: readonly string[]; readonly limit: number };

export interface RankAnswer {
  /** Places of the texts without a name among those handed over. */
  readonly nameless: readonly number[];
  /** For each name asked for the names most like it, best first. */
  readonly hits: readonly (readonly NameHit[])[];
}

/** Ranks the names of a part of a pool by their likeness to others. */
export function nameRanker(): (question: RankQuestion) => RankAnswer {
  let index = NameIndex.build([]);
  return (question) => {
    if ('pool' in question) {
      index = NameIndex.build(question.pool);
      return { nameless: index.nameless, hits: [] };
    }
    const { names, limit } = question;
    const hits = index.searchAll(names, { limit });
    const found = (at: number) => (hits[at] ?? []).length > 0;
    const nameless = names.flatMap((name, at) => (!found(at) && isNameless(name) ? [at] : []));
    return { nameless, hits };
  };
}

function isNameless(text: string): boolean {
  return parseName(text).tokens.length === 0;
}
