import type { Found, Measured } from './measure.js';
import type { Population } from './population.js';

/** True pairs of one kind. */
export interface Group {
  readonly name: string;
  readonly found: readonly Found[];
}

/** Parts of the name that the poorer side of a pair has. */
export function partsOf({ report, entry }: Found, { parts }: Population): number {
  return Math.min(parts.reports[report] ?? 0, parts.entries[entry] ?? 0);
}

/** The true pairs both of whose sides have three parts of the name or more. */
export function ofThreeParts({ found }: Measured, population: Population): Found[] {
  return found.filter((pair) => partsOf(pair, population) >= 3);
}

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** True where another person of the lists is like this one in some way, whose rows count for one each. */
function shared(
  population: Population,
  keyOf: (about: Population['about']['reports'][0]) => string,
) {
  const { reports, entries } = population.about;
  const persons = new Map([...reports, ...entries].map((about) => [about.person, keyOf(about)]));
  const counts = counted([...persons.values()]);
  return ({ report }: Found) => {
    const about = reports[report];
    return about !== undefined && (counts.get(keyOf(about)) ?? 0) > 1;
  };
}

/** True pairs by parts of the name, by how the report is spelled, and those who have brothers or homonyms in the lists. */
export function groupsOf({ found }: Measured, population: Population): Group[] {
  const pick = (name: string, fits: (pair: Found) => boolean): Group => {
    return { name, found: found.filter(fits) };
  };
  const manners = [...new Set(population.manners)].sort();
  const hasBrother = shared(population, ({ household }) => String(household));
  const hasHomonym = shared(population, ({ name }) => [name[0], name[1], name[3]].join('|'));
  return [
    ...[0, 1, 2, 3, 4].map((parts) =>
      pick(`${parts} parts on the poorer side`, (pair) => partsOf(pair, population) === parts),
    ),
    ...manners.map((manner) =>
      pick(`spelled: ${manner}`, ({ report }) => population.manners[report] === manner),
    ),
    pick('a brother or sister in the lists', hasBrother),
    pick('a homonym in the lists', hasHomonym),
  ];
}
