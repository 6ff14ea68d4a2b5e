import type { Actor } from '@athar/access';

/** True where the actor sees entries that the terms hide from reviewers. */
export function seesHidden(actor: Actor): boolean {
  return actor.roles.includes('steward');
}

/**
 * SQL for whether entries of a collection `c` are shown: to reviewers only while they may be matched,
 * since there is no other work with them.
 *
 * @param seesHidden a boolean parameter, as `$1`.
 */
export function shownTo(seesHidden: string): string {
  return `(${seesHidden}::boolean OR collection_open(c.may_match, c.embargo_until))`;
}
