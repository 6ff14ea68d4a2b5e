import type { NameScore } from '@athar/arabic-names';
import { WEIGHTS } from './weights.js';

/**
 * Father, grandfather and family travel together: a chance pair may be strangers, cousins or
 * brothers, and for relatives the shared parts are no evidence. Gives the correction, never positive,
 * from "all parts independent" to a mixture over the three.
 * @param byRole what the parts of two compared names say, in hundredths of a bit
 * @returns bits to add to the sum of the parts
 */
export function kinshipBits(byRole: NameScore['byRole']): number {
  const given = byRole.given / 100;
  const father = byRole.father / 100;
  const line = (byRole.grandfather + byRole.family) / 100;
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
