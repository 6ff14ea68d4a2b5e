import { foldForSearch } from '@athar/arabic-names';
import type { MatchRecord } from '@athar/matching';
import type { Method } from '../names/method.js';
import { jaroWinklerPeer } from '../names/peers/distances.js';
import { fuse } from '../names/peers/fuse.js';
import { trigrams } from '../names/peers/trigrams.js';
import { recallOf, type Recall } from './figures.js';
import { ofThreeParts } from './groups.js';
import type { Found, Measured } from './measure.js';
import type { Population } from './population.js';

export interface PeerResult {
  readonly method: string;
  readonly recall: Recall;
}

/** The whole name as one text: its fields, or else as written. */
function fullName(record: MatchRecord): string {
  const { givenName, fatherName, grandfatherName, familyName, nameArabic, name } = record;
  const fields = [givenName, fatherName, grandfatherName, familyName].filter(Boolean).join(' ');
  return fields === '' ? (nameArabic ?? name ?? '') : fields;
}

/** The rule that many lists are matched by: how many words of the names are equal, spelling folded. */
const equalParts: Method = {
  name: 'rule: three parts equal',
  over: (pool) => {
    const words = pool.map((text) => new Set(foldForSearch(text).split(' ')));
    return (query) => {
      const asked = new Set(foldForSearch(query).split(' '));
      return words.map((own) => {
        let equal = 0;
        for (const word of own) if (asked.has(word)) equal += 1;
        return Math.min(3, equal);
      });
    };
  },
  pair: () => 0,
};

function rankIn(scores: ArrayLike<number>, entry: number, others: ReadonlySet<number>): number {
  const own = scores[entry] ?? -Infinity;
  let rank = 1;
  for (let place = 0; place < scores.length; place += 1) {
    if (!others.has(place) && (scores[place] ?? -Infinity) >= own) rank += 1;
  }
  return rank;
}

/** How well others find the entries of true pairs with three parts on both sides, on a sample of them. */
export function runPeers(measured: Measured, population: Population, most: number): PeerResult[] {
  const sample = ofThreeParts(measured, population).slice(0, most);
  const pool = population.entries.map(fullName);
  const nameOf = ({ report }: Found) => fullName(population.reports[report] ?? { id: '' });
  return [fuse, jaroWinklerPeer, trigrams, equalParts].map((method) => {
    const score = method.over(pool, sample.map(nameOf));
    const found = sample.map((pair): Found => {
      const scores = score(nameOf(pair));
      const rank = rankIn(scores, pair.entry, population.truth.get(pair.report) ?? new Set());
      return { ...pair, rank, probability: 0 };
    });
    return { method: method.name, recall: recallOf(found) };
  });
}
