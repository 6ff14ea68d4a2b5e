import type { Say } from './evidence.js';
import { areNeighbours } from './gazetteer.js';
import type { Place } from './places.js';
import { rarer, type Shares } from './shares.js';
import { WEIGHTS } from './weights.js';

/** True where two spots are spellings of one name. */
function soundAlike({ sounds: a }: Place, { sounds: b }: Place): boolean {
  if (a.length === 0 || a.length !== b.length) return false;
  return a.every((keys, at) => keys.some((key) => b[at]?.includes(key)));
}

function isSameSpot(a: Place, b: Place): boolean {
  if (a.spot === null || b.spot === null) return false;
  return a.spot === b.spot || (!(a.known && b.known) && soundAlike(a, b));
}

/** True where a place says no more than its governorate. */
function isWide({ district, spot }: Place): boolean {
  return district === null && spot === null;
}

/** What the homes of two persons say: how near they are in the hierarchy, and how many are at home there. */
export function sayPlaces(a: Place, b: Place, shares: Shares, say: Say): void {
  const { place: weights } = WEIGHTS;
  const known = a.governorate !== null && b.governorate !== null;
  if (known && a.governorate !== b.governorate) {
    const near = areNeighbours(a.governorate, b.governorate);
    if (near) say('place', 'neighbouring-governorate', weights.neighbouringGovernorate);
    else say('place', 'other-governorate', weights.otherGovernorate);
  } else if (isSameSpot(a, b)) {
    say('place', 'same-place', rarer(weights.samePlace, a.spot, 'place', shares));
  } else if (a.district !== null && a.district === b.district) {
    if (a.known && b.known) say('place', 'near-place', weights.nearPlace);
    else say('place', 'same-district', rarer(weights.sameDistrict, a.district, 'district', shares));
  } else if (known) {
    if (isWide(a) || isWide(b)) {
      const { governorate } = a;
      say(
        'place',
        'same-governorate',
        rarer(weights.sameGovernorate, governorate, 'governorate', shares),
      );
    } else say('place', 'other-district', weights.otherDistrict);
  }
}
