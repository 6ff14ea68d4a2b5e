import type { HolderTarget } from './name-table.js';
import type { Mention } from './recognition.js';
import { toMatch } from './resolve.js';

/** A branch that was not named, only its service and its town. */
const CONFIDENCE = 0.6;

/**
 * Adds to a mention of a service its one branch at a place of the same text (الأمن العسكري بحمص): as
 * an alternative only, since a service also acts where it has no branch.
 *
 * @param branches of all services
 */
export function withBranchThere(
  mentions: readonly Mention[],
  branches: readonly HolderTarget[],
): Mention[] {
  const there = new Set(
    mentions.flatMap(({ certain }) =>
      certain?.what === 'place' ? [certain.code, ...certain.parents.map(({ code }) => code)] : [],
    ),
  );
  return mentions.map((mention) => {
    const { certain, alternatives } = mention;
    if (certain?.what !== 'holder' || certain.kind !== 'service') return mention;
    const found = branches.filter(
      ({ named }) => named.parent === certain.code && there.has(named.place ?? ''),
    );
    const [branch] = found;
    if (branch === undefined || found.length > 1) return mention;
    const match = toMatch({ target: branch, how: 'folded' }, CONFIDENCE);
    return { ...mention, alternatives: [match, ...alternatives] };
  });
}
