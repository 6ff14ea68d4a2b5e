import type { CollectionTerms } from './collection-terms.js';
import { HoldReasonMissing, UnderLegalHold } from './errors.js';

/** Why a hold is lifted: coded, since free text might hold a name. */
export const holdLiftReasons = ['authority_released', 'court_released', 'laid_by_mistake'] as const;
export type HoldLiftReason = (typeof holdLiftReasons)[number];

/**
 * What a legal hold stops of a change of terms. The hold itself may be lifted, by a change that gives
 * the reason; relaxing other terms is a second step, so that nobody does both unawares.
 *
 * @throws UnderLegalHold, HoldReasonMissing
 */
export function checkAgainstHold(
  before: CollectionTerms,
  after: CollectionTerms,
  reason: HoldLiftReason | undefined,
): void {
  if (!before.legalHold) return;
  if (isRelaxed(before, after)) throw new UnderLegalHold();
  if (after.legalHold || reason !== undefined) return;
  const expected = `one of: ${holdLiftReasons.join(', ')}`;
  throw new HoldReasonMissing([
    {
      field: '/holdLiftedBecause',
      code: 'hold-reason-missing',
      expected,
      fix: 'Say why the hold is lifted.',
    },
  ]);
}

/** True where the change would let entries be matched, told or used that were not before. */
function isRelaxed(before: CollectionTerms, after: CollectionTerms): boolean {
  const opened = (!before.mayMatch && after.mayMatch) || (!before.mayDisclose && after.mayDisclose);
  const sooner =
    before.embargoUntil !== null &&
    (after.embargoUntil === null || after.embargoUntil < before.embargoUntil);
  return opened || sooner;
}
