import { NameIndex } from '@athar/arabic-names';
import { jaroWinkler } from '@skyra/jaro-winkler';
import { distance } from 'fastest-levenshtein';
import Fuse from 'fuse.js';
import { romanise } from '../../accuracy/names/peers/romanise.js';
import type { Grid } from './inputs.js';
import type { Contender } from './rounds.js';

const LIMIT = 20;
/** Of so many queries the others are asked one, so that a run ends soon. */
const ONE_OF = 10;
const FUSE_ONE_OF = 50;

const part = (names: readonly string[], oneOf: number) =>
  names.filter((_, place) => place % oneOf === 0);

function byScore(
  name: string,
  grids: readonly Grid[],
  score: (left: string, right: string) => number,
): Contender {
  const ready = grids.map(
    ({ left, right }) => [part(left, ONE_OF).map(romanise), right.map(romanise)] as const,
  );
  return {
    name,
    run: (round) => {
      const [left, right] = ready[round] ?? [[], []];
      for (const query of left) {
        right
          .map((each, place) => ({ place, score: score(query, each) }))
          .sort((a, b) => b.score - a.score)
          .slice(0, LIMIT);
      }
      return left.length;
    },
  };
}

function index(grids: readonly Grid[]): Contender {
  const ready = grids.map(({ right }) =>
    NameIndex.build(right.map((name, place) => ({ id: `${place}`, name }))),
  );
  return {
    name: 'arabic-names: NameIndex',
    run: (round) => {
      const left = grids[round]?.left ?? [];
      for (const query of left) ready[round]?.search(query, { limit: LIMIT });
      return left.length;
    },
  };
}

function fuse(grids: readonly Grid[]): Contender {
  const ready = grids.map(({ right }) => new Fuse(right.map(romanise)));
  return {
    name: `Fuse.js (one query of ${FUSE_ONE_OF})`,
    run: (round) => {
      const left = part(grids[round]?.left ?? [], FUSE_ONE_OF);
      for (const query of left) ready[round]?.search(romanise(query), { limit: LIMIT });
      return left.length;
    },
  };
}

/** The best of many names for each query. */
export function searchContenders(grids: readonly Grid[]): Contender[] {
  return [
    index(grids),
    byScore(`Jaro-Winkler (one query of ${ONE_OF})`, grids, (a, b) => jaroWinkler(a, b)),
    byScore(`Levenshtein (one query of ${ONE_OF})`, grids, (a, b) => -distance(a, b)),
    fuse(grids),
  ];
}
