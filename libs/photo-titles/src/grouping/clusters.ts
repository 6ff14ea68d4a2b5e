import { foldText } from '../text/fold-text.js';
import { dayNumber } from './days.js';
import type { GroupingRules, Photograph } from './photograph.js';

/** A photograph with its day, so that it is reckoned once. */
export interface Dated {
  photograph: Photograph;
  day: number;
}

/**
 * Parts photographs of one key by their dates. Days that follow each other within the window chain;
 * a greater gap begins another prisoner. What has no day is never chained: it stays with its own
 * kind, by date as far as it goes and by folder.
 */
export function clustersOf(
  photographs: readonly Photograph[],
  rules: GroupingRules,
): { dated: Dated[][]; undated: Photograph[][] } {
  const days: Dated[] = [];
  const undated = new Map<string, Photograph[]>();
  for (const photograph of photographs) {
    const day = photograph.date === undefined ? undefined : dayNumber(photograph.date);
    if (day !== undefined) days.push({ photograph, day });
    else
      push(undated, `${photograph.date ?? ''}\n${foldText(photograph.folder ?? '')}`, photograph);
  }
  days.sort((a, b) => a.day - b.day || (a.photograph.id < b.photograph.id ? -1 : 1));
  return { dated: chains(days, rules.windowDays), undated: [...undated.values()] };
}

function chains(days: readonly Dated[], windowDays: number): Dated[][] {
  const found: Dated[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const one of days) {
    if (one.day - last > windowDays) found.push([]);
    found.at(-1)?.push(one);
    last = one.day;
  }
  return found;
}

/** Adds to a list of a map. */
export function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
