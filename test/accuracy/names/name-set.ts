/** One name asked for, and the places of its true spellings in the pool. */
export interface Query {
  readonly name: string;
  readonly wanted: ReadonlySet<number>;
}

/** Names that are asked for, in a pool in which each has at least one true spelling. */
export interface NameSet {
  readonly name: string;
  /** How the Latin side is spelled. */
  readonly tradition: string;
  readonly queries: readonly Query[];
  readonly pool: readonly string[];
}

/** What a set asks for before its pool is made: a name and its true spellings. */
export type Wanted = ReadonlyMap<string, ReadonlySet<string>>;

/** Spellings of each Arabic name of the rows. */
export function spellingsOf(
  rows: readonly { readonly arabic: string; readonly latin: string }[],
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { arabic, latin } of rows) {
    const known = found.get(arabic);
    if (known === undefined) found.set(arabic, new Set([latin]));
    else known.add(latin);
  }
  return found;
}

/** Makes queries of what is wanted. Spellings that differ in case alone are one place of the pool. */
export function toSet(
  name: string,
  tradition: string,
  wanted: Wanted,
  pool: readonly string[],
): NameSet {
  const places = new Map(pool.map((latin, place) => [latin.toLowerCase(), place]));
  const queries = [...wanted].map(([arabic, spellings]) => {
    const found = [...spellings].map((latin) => places.get(latin.toLowerCase()));
    return { name: arabic, wanted: new Set(found.filter((place) => place !== undefined)) };
  });
  return { name, tradition, queries, pool };
}
