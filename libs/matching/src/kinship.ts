import type { AlignedPart, NameRole } from '@athar/arabic-names';
import { WEIGHTS } from './weights.js';

function bitsOf(alignment: readonly AlignedPart[], roles: readonly (NameRole | null)[]): number {
  return alignment.reduce(
    (sum, part) =>
      roles.includes(part.leftRole ?? part.rightRole) ? sum + part.centibits / 100 : sum,
    0,
  );
}

/**
 * Father, grandfather and family travel together: a chance pair may be strangers, cousins or
 * brothers, and for relatives the shared parts are no evidence. Gives the correction, never positive,
 * from "all parts independent" to a mixture over the three.
 * @param alignment the parts of two compared names
 * @returns bits to add to the sum of the parts
 */
export function kinshipBits(alignment: readonly AlignedPart[]): number {
  const given = bitsOf(alignment, ['given', null]);
  const father = bitsOf(alignment, ['father']);
  const line = bitsOf(alignment, ['grandfather', 'family']);
  const sum = given + father + line;
  if (father + line <= 0) return 0;
  const { brothers, cousins, givenAgreesAmongBrothers } = WEIGHTS.name;
  const givenOfBrothers = given > 0 ? Math.max(given, givenAgreesAmongBrothers) : given;
  const chance =
    (1 - brothers - cousins) * 2 ** -sum +
    brothers * 2 ** -givenOfBrothers +
    cousins * 2 ** -(given + father);
  return Math.min(0, -Math.log2(chance) - sum);
}
