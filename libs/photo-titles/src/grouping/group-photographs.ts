import { clustersOf, push, type Dated } from './clusters.js';
import { describeGroup, setGaps } from './describe-group.js';
import { groupKeyOf, textOfKey } from './group-key.js';
import type {
  GroupDoubt,
  GroupingRules,
  HandLabel,
  Photograph,
  PhotographGroup,
} from './photograph.js';

/**
 * Puts photographs together that are taken to be of one prisoner: same number with its letter,
 * same branch (and folder, where told), dates that chain within the window. Groups made by hand
 * stand above that.
 *
 * @param photographs all of the keys in question, and all that share a label with one of them.
 * @returns groups ordered by key, then date.
 */
export function groupPhotographs(
  photographs: readonly Photograph[],
  rules: GroupingRules,
): PhotographGroup[] {
  const byHand = new Map<string, ByHand>();
  const byKey = new Map<string, Photograph[]>();
  for (const photograph of photographs) {
    if (photograph.label) addToHand(byHand, photograph.label, photograph);
    if (photograph.label?.kind !== 'split') {
      push(byKey, textOfKey(groupKeyOf(photograph, rules)), photograph);
    }
  }
  const groups = [...byKey.values()].flatMap((ofKey) => groupsOfKey(ofKey, rules, byHand));
  for (const { label, members, doubts } of byHand.values()) {
    groups.push(describeGroup(members, rules, { label, doubts }));
  }
  setGaps(groups, rules);
  return groups.sort(inOrder);
}

interface ByHand {
  label: HandLabel;
  members: Photograph[];
  doubts: GroupDoubt[];
}

function addToHand(byHand: Map<string, ByHand>, label: HandLabel, photograph: Photograph): void {
  const group = byHand.get(label.id);
  if (group) group.members.push(photograph);
  else byHand.set(label.id, { label, members: [photograph], doubts: [] });
}

/** Groups of the photographs that carry no label; those that fit a group made by hand join it. */
function groupsOfKey(
  photographs: readonly Photograph[],
  rules: GroupingRules,
  byHand: Map<string, ByHand>,
): PhotographGroup[] {
  const { dated, undated } = clustersOf(photographs, rules);
  const groups: PhotographGroup[] = [];
  for (const chain of dated) {
    const free = chain.filter(({ photograph }) => !photograph.label);
    const labelled = chain.filter(({ photograph }) => photograph.label);
    if (free.length === 0) continue;
    if (labelled.length === 0) groups.push(describeGroup(bare(free), rules));
    else joinNearest(free, labelled, byHand);
  }
  for (const cluster of undated) {
    const free = cluster.filter((photograph) => !photograph.label);
    if (free.length > 0) groups.push(describeGroup(free, rules));
  }
  return groups;
}

/** Free photographs join the group made by hand that is nearest in time; a choice is a doubt. */
function joinNearest(free: Dated[], labelled: Dated[], byHand: Map<string, ByHand>): void {
  const choice = new Set(labelled.map(({ photograph }) => photograph.label?.id)).size > 1;
  for (const { photograph, day } of free) {
    let nearest = labelled[0];
    for (const one of labelled) {
      if (nearest && Math.abs(one.day - day) < Math.abs(nearest.day - day)) nearest = one;
    }
    const group = byHand.get(nearest?.photograph.label?.id ?? '');
    group?.members.push(photograph);
    if (choice && group?.doubts.length === 0) group.doubts.push('between-groups-made-by-hand');
  }
}

function bare(dated: readonly Dated[]): Photograph[] {
  return dated.map(({ photograph }) => photograph);
}

function inOrder(a: PhotographGroup, b: PhotographGroup): number {
  const [first, second] = [sortText(a), sortText(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

function sortText(group: PhotographGroup): string {
  return `${textOfKey(group.key)}\n${group.firstDate ?? ''}\n${group.photographs[0]?.id ?? ''}`;
}
