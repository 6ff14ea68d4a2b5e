import { holdsStrayBrackets } from '../text/brackets.js';
import { push } from './clusters.js';
import { dayNumber } from './days.js';
import { groupKeyOf, textOfKey } from './group-key.js';
import type {
  GroupDoubt,
  GroupingRules,
  HandLabel,
  Photograph,
  PhotographGroup,
} from './photograph.js';

/** Photographs of a group with the key, dates and doubts that they have together. */
export function describeGroup(
  photographs: readonly Photograph[],
  rules: GroupingRules,
  byHand: { label?: HandLabel; doubts: readonly GroupDoubt[] } = { doubts: [] },
): PhotographGroup {
  const members = [...photographs].sort(inOrder);
  const [first] = members;
  const dates = members.flatMap((photograph) => photograph.date ?? []);
  const [firstDate] = dates;
  const lastDate = dates.at(-1);
  return {
    photographs: members,
    key: first ? groupKeyOf(first, rules) : { number: '' },
    ...(byHand.label ? { label: byHand.label } : {}),
    ...(firstDate === undefined ? {} : { firstDate }),
    ...(lastDate === undefined ? {} : { lastDate }),
    doubts: [...(byHand.label ? [] : doubtsOf(members)), ...byHand.doubts],
  };
}

/** What a person has decided is not doubted any more: asked of groups by key only. */
function doubtsOf(photographs: readonly Photograph[]): GroupDoubt[] {
  const [first] = photographs;
  const doubts: GroupDoubt[] = [];
  if (first?.branch === undefined) doubts.push('no-branch');
  if (first?.date === undefined) doubts.push('no-date');
  else if (dayNumber(first.date) === undefined) doubts.push('date-not-a-day');
  if (photographs.some(({ branch = '' }) => holdsStrayBrackets(branch))) {
    doubts.push('brackets-in-branch');
  }
  return doubts;
}

/** Tells each group how far its neighbours with the same key are. */
export function setGaps(groups: readonly PhotographGroup[], rules: GroupingRules): void {
  const byKey = new Map<string, { group: PhotographGroup; first: number; last: number }[]>();
  for (const group of groups) {
    const first = dayNumber(group.firstDate ?? '');
    const last = dayNumber(group.lastDate ?? '');
    if (first === undefined || last === undefined) continue;
    for (const key of keysOf(group, rules)) push(byKey, key, { group, first, last });
  }
  for (const neighbours of byKey.values()) {
    neighbours.sort((a, b) => a.first - b.first);
    for (const [index, one] of neighbours.entries()) {
      const next = neighbours[index + 1];
      if (!next) continue;
      const gap = Math.max(0, next.first - one.last);
      one.group.gapAfter = Math.min(gap, one.group.gapAfter ?? gap);
      next.group.gapBefore = Math.min(gap, next.group.gapBefore ?? gap);
    }
  }
}

/** Only hands put photographs of several keys together. */
function keysOf(group: PhotographGroup, rules: GroupingRules): Iterable<string> {
  if (!group.label) return [textOfKey(group.key)];
  return new Set(group.photographs.map((one) => textOfKey(groupKeyOf(one, rules))));
}

function inOrder(a: Photograph, b: Photograph): number {
  const [first, second] = [a.date ?? '', b.date ?? ''];
  if (first !== second) return first < second ? -1 : 1;
  return (a.sequence ?? 0) - (b.sequence ?? 0) || (a.id < b.id ? -1 : 1);
}
