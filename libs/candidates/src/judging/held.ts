import type { Actor } from '@athar/access';
import { hiddenFromReview, type HeldReason } from '@athar/registry';

type Who = Pick<Actor, 'roles'>;

/** SQL over {@link hiddenFromReview}: nobody opens the pair while the terms of its collection are so. */
export const hiddenSql = `held IN ('embargo', 'no_match')`;

/**
 * What a member may see of pairs that a custodian's terms hold back: `all` that were decided with the
 * reason for coordinators, who can ask the custodian; what may be compared for reviewers; `none` for
 * whoever sits with families, who could not tell anything of it.
 */
export function heldShownTo({ roles }: Who): 'all' | 'comparable' | 'none' {
  if (roles.includes('coordinator')) return 'all';
  return roles.includes('reviewer') ? 'comparable' : 'none';
}

/** Whether the terms of the custodian keep the content of a pair from a member. */
export function keptBack(who: Who, held: HeldReason | null): boolean {
  return hiddenFromReview(held) || (held !== null && heldShownTo(who) === 'none');
}
