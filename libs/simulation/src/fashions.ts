import lists from './data/fashions.json' with { type: 'json' };

/** 1 grandfathers and grandmothers, 2 their children, 3 their grandchildren. */
export const GENERATIONS = [1, 2, 3] as const;
export type Generation = (typeof GENERATIONS)[number];

const old: ReadonlySet<string> = new Set(lists.old);
const young: ReadonlySet<string> = new Set(lists.young);

/** How many times as often as by its rank alone a name of fashion is given, by generation. */
const ofOld: Readonly<Record<Generation, number>> = { 1: 2, 2: 1.4, 3: 0.5 };
const ofYoung: Readonly<Record<Generation, number>> = { 1: 0.02, 2: 0.25, 3: 1.6 };

/**
 * How many times as often as by its rank a name is given in a generation: some names are those of
 * old people, some are new, most are of all times. By general knowledge; nothing was counted.
 */
export function fashion(name: string, generation: Generation): number {
  if (old.has(name)) return ofOld[generation];
  return young.has(name) ? ofYoung[generation] : 1;
}
