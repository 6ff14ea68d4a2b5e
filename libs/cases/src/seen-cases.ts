import type { Actor } from '@athar/access';

/** Who sits with families and neither reviews nor coordinates. */
export function isIntake({ roles }: Pick<Actor, 'roles'>): boolean {
  return !roles.includes('reviewer') && !roles.includes('coordinator');
}

/**
 * SQL for the cases as intake sees them, in place of the table: where all that confirms a case is held
 * back by the terms of a custodian, it stays the open case that intake saw.
 *
 * @param intake the parameter that tells whether the member is intake alone.
 */
export function seenCases(intake: `$${number}`): string {
  return `(SELECT k.id, k.organisation_id, k.reference, k.opened_by, k.opened_at, k.merged_into,
      CASE WHEN ${intake}::boolean AND k.status = 'confirmed' AND confirmation_kept_from_intake(k.id)
        THEN 'open' ELSE k.status END AS status
    FROM cases k)`;
}
