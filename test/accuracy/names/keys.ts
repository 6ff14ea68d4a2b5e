import {
  compareTokens,
  keysOf,
  nearSkeletonsOfWord,
  parseName,
  skeletonOfWord,
  tokenKeys,
} from '@athar/arabic-names';
import { printPeople } from './keys-of-people.js';
import type { NameSet } from './name-set.js';
import { percent, table } from './table.js';

/** A way to make keys of a name. */
interface Keying {
  readonly name: string;
  readonly keysOf: (name: string) => readonly string[];
}

const KEYINGS: readonly Keying[] = [
  { name: 'one exact skeleton', keysOf: (name) => name.split(/[\s-]+/u).map(skeletonOfWord) },
  {
    name: 'skeleton, one letter less',
    keysOf: (name) => name.split(/[\s-]+/u).flatMap(nearSkeletonsOfWord),
  },
  {
    name: 'keysOf, without an error',
    keysOf: (name) => parseName(name).tokens.flatMap((token) => tokenKeys(token).exact),
  },
  { name: 'keysOf', keysOf: (name) => keysOf(name).map(({ key }) => key) },
];

/**
 * Pairs less alike than this to the comparison itself are mostly other names: translations, and rows of
 * the sets that stand beside each other by mistake.
 */
const LIKELY = 0.3;

interface Reach {
  pairs: number;
  shared: number;
  likely: number;
  likelyShared: number;
  /** Names of the pool that share a key with the query, summed over the queries. */
  touched: number;
  keys: number;
}

function postingsOf(pool: readonly string[], { keysOf: keys }: Keying, reach: Reach) {
  const postings = new Map<string, number[]>();
  pool.forEach((name, place) => {
    const own = new Set(keys(name));
    reach.keys += own.size;
    for (const key of own) {
      const places = postings.get(key);
      if (places === undefined) postings.set(key, [place]);
      else places.push(place);
    }
  });
  return postings;
}

function measure({ pool, queries }: NameSet, keying: Keying): Reach {
  const reach: Reach = { pairs: 0, shared: 0, likely: 0, likelyShared: 0, touched: 0, keys: 0 };
  const postings = postingsOf(pool, keying, reach);
  for (const { name, wanted } of queries) {
    const touched = new Set(keying.keysOf(name).flatMap((key) => postings.get(key) ?? []));
    reach.touched += touched.size;
    for (const place of wanted) {
      const shares = touched.has(place) ? 1 : 0;
      reach.pairs += 1;
      reach.shared += shares;
      if (compareTokens(name, pool[place] ?? '') < LIKELY) continue;
      reach.likely += 1;
      reach.likelyShared += shares;
    }
  }
  return reach;
}

/** Prints how many true pairs of single names share a key, and how many names of a pool a query touches. */
function printWords(sets: readonly NameSet[]): void {
  const head = [
    'set',
    'keys',
    'pairs',
    'share a key',
    'likely pairs',
    'share a key',
    'touched',
    'keys a name',
  ];
  const rows = sets.flatMap((set) =>
    KEYINGS.map((keying) => {
      const reach = measure(set, keying);
      return [
        set.name,
        keying.name,
        String(reach.pairs),
        percent(reach.shared / reach.pairs),
        String(reach.likely),
        percent(reach.likelyShared / reach.likely),
        `${(reach.touched / set.queries.length).toFixed(0)} of ${set.pool.length}`,
        (reach.keys / set.pool.length).toFixed(1),
      ];
    }),
  );
  process.stdout.write(`${table([head, ...rows])}\n`);
}

/** The run of `--keys`: single names of the public sets, then whole names of people. */
export function printKeys(sets: readonly NameSet[]): void {
  printWords(sets.filter(({ name }) => !name.includes('whole names')));
  printPeople();
}
