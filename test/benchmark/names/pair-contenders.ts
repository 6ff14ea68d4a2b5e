import { compareNames, compareTokens, NameComparer, parseName } from '@athar/arabic-names';
import { jaroWinkler } from '@skyra/jaro-winkler';
import { distance } from 'fastest-levenshtein';
import Fuse from 'fuse.js';
import { romanise } from '../../accuracy/names/peers/romanise.js';
import type { Grid } from './inputs.js';
import type { Contender } from './rounds.js';

/** Compares all of a grid that was made ready before the clock began. */
function pairwise<T>(
  name: string,
  grids: readonly Grid[],
  prepare: (text: string) => T,
  compare: (left: T, right: T) => unknown,
): Contender {
  const ready = grids.map(({ left, right }) => [left.map(prepare), right.map(prepare)] as const);
  return {
    name,
    run: (round) => {
      const [left, right] = ready[round] ?? [[], []];
      for (const a of left) for (const b of right) compare(a, b);
      return left.length * right.length;
    },
  };
}

/** One name against many that are kept. */
function comparer(grids: readonly Grid[]): Contender {
  const ready = grids.map(({ left, right }) => {
    const names = new NameComparer();
    const kept = right.map((name) => names.keep(parseName(name)));
    return { names, kept, left: left.map(parseName) };
  });
  return {
    name: 'arabic-names: NameComparer, names kept before',
    run: (round) => {
      const { names, kept, left } = ready[round] ?? { names: null, kept: [], left: [] };
      for (const name of left) {
        const asked = names?.ask(name);
        if (asked !== undefined) for (const each of kept) names?.score(asked, each);
      }
      return left.length * kept.length;
    },
  };
}

/** Searches the right side for each of the left: the same pairs, with Fuse.js's own index made before. */
function fuse(grids: readonly Grid[]): Contender {
  const ready = grids.map(({ left, right }) => ({
    index: new Fuse(right.map(romanise)),
    size: right.length,
    left: left.map(romanise),
  }));
  return {
    name: 'Fuse.js',
    run: (round) => {
      const grid = ready[round];
      for (const name of grid?.left ?? []) grid?.index.search(name);
      return (grid?.left.length ?? 0) * (grid?.size ?? 0);
    },
  };
}

function letters(grids: readonly Grid[]): Contender[] {
  return [
    pairwise('Jaro-Winkler', grids, romanise, (a, b) => jaroWinkler(a, b)),
    pairwise('Levenshtein', grids, romanise, distance),
    fuse(grids),
  ];
}

/** Single words. */
export function wordContenders(grids: readonly Grid[]): Contender[] {
  return [
    comparer(grids),
    pairwise('arabic-names: compareTokens, from text', grids, (text) => text, compareTokens),
    ...letters(grids),
  ];
}

/** Whole names. */
export function nameContenders(grids: readonly Grid[]): Contender[] {
  return [
    comparer(grids),
    pairwise('arabic-names: compareNames, parsed before, with reasons', grids, parseName, (a, b) =>
      compareNames(a, b),
    ),
    ...letters(grids),
  ];
}
