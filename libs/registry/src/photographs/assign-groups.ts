import { randomUUID } from 'node:crypto';
import { textOfKey, type PhotographGroup } from '@athar/photo-titles';
import { lostBy, type LostPhotographs } from './lost-photographs.js';
import type { KnownPhotograph } from './photograph-row.js';

/** A group with the id that it keeps from import to import. */
export interface AssignedGroup extends PhotographGroup {
  id: string;
  photographs: KnownPhotograph[];
}

/** A group as it was stored. */
export interface FormerGroup {
  id: string;
  /** Text of its key. */
  key: string;
}

interface Claim {
  group: number;
  id: string;
  photographs: number;
  sameKey: boolean;
  /** Place of the stored group among them by age. */
  age: number;
}

/**
 * Gives groups their ids: a group made by hand has that of its label; one of nothing but photographs
 * that an emptied group has lost is that group again; another one has the id of the group
 * that most of its photographs were in, which goes to whoever holds most of it; else a new one. Where
 * as many speak for several, the one with the same key goes first, then the oldest.
 *
 * @param former the stored groups, oldest first.
 * @param lost what emptied groups had.
 */
export function assignGroups(
  groups: readonly PhotographGroup[],
  known: ReadonlyMap<string, KnownPhotograph>,
  former: readonly FormerGroup[],
  lost: LostPhotographs = new Map(),
): AssignedGroup[] {
  const members = groups.map((group) => group.photographs.flatMap(({ id }) => known.get(id) ?? []));
  const ids = new Map<number, string>();
  const taken = new Set<string>();
  for (const [index, { label }] of groups.entries()) {
    if (!label) continue;
    ids.set(index, label.id);
    taken.add(label.id);
  }
  for (const [index, photographs] of members.entries()) {
    const again = lostBy(
      lost,
      photographs.map(({ id }) => id),
    );
    if (again === undefined || ids.has(index) || taken.has(again)) continue;
    ids.set(index, again);
    taken.add(again);
  }
  const keys = groups.map((group) => textOfKey(group.key));
  for (const { group, id } of claimsOf(members, keys, former)) {
    if (ids.has(group) || taken.has(id)) continue;
    ids.set(group, id);
    taken.add(id);
  }
  return groups.map((group, index) => ({
    ...group,
    id: ids.get(index) ?? randomUUID(),
    photographs: members[index] ?? [],
  }));
}

/** Who would be which group, the strongest claims first. */
function claimsOf(
  members: readonly KnownPhotograph[][],
  keys: readonly string[],
  former: readonly FormerGroup[],
): Claim[] {
  const ages = new Map(former.map(({ id }, age) => [id, age]));
  const claims = members.flatMap((photographs, group) => {
    const counts = new Map<string, number>();
    for (const { heldIn } of photographs) {
      if (heldIn !== null) counts.set(heldIn, (counts.get(heldIn) ?? 0) + 1);
    }
    return [...counts].map(([id, count]): Claim => {
      const age = ages.get(id) ?? former.length;
      return { group, id, photographs: count, sameKey: former[age]?.key === keys[group], age };
    });
  });
  return claims.sort(
    (a, b) =>
      b.photographs - a.photographs ||
      Number(b.sameKey) - Number(a.sameKey) ||
      a.age - b.age ||
      a.group - b.group,
  );
}
