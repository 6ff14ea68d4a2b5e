import { placeLevels, type Place } from '../gazetteer.js';
import type { Hit } from './stretch.js';
import type { Cue } from './words.js';

/** The hits that one name may stand for without contradiction: a place and places within it, widest first. */
export type Family = readonly Hit[];

/** Parts hits into families. A holder is a family of its own. */
export function familiesOf(hits: readonly Hit[]): Family[] {
  const sorted = [...hits].sort((a, b) => rankOf(a) - rankOf(b) || b.closeness - a.closeness);
  const families: Hit[][] = [];
  for (const hit of sorted) {
    const family = families.find(([head]) => head !== undefined && lies(hit, head));
    if (family === undefined) families.push([hit]);
    else family.push(hit);
  }
  return families;
}

function rankOf({ target }: Hit): number {
  return target.what === 'place' ? placeLevels.indexOf(target.named.level) : 0;
}

/** True where `inner` lies in `outer`. */
function lies(inner: Hit, outer: Hit): boolean {
  return inner.target.parents.some(({ code }) => code === outer.target.named.code);
}

/** True where one of the family contains, or lies in, one of these codes. */
export function isRelated(family: Family, codes: ReadonlySet<string>): boolean {
  return family.some(({ target }) =>
    [target.named, ...target.parents].some(({ code }) => codes.has(code)),
  );
}

/**
 * The member that the word beside the name asks for, else the widest, which is true of all. A city is
 * the district of its name, but for a governorate that is one district.
 *
 * @returns undefined where what was asked for (a village, a quarter) is none of them
 */
export function memberFor(
  family: Family,
  cue: Cue | undefined,
  districtsOf: (code: string) => number,
): Hit | undefined {
  const ofLevel = (level: Place['level']) =>
    family.find(({ target }) => target.what === 'place' && target.named.level === level);
  const [widest] = family;
  if (widest?.target.what !== 'place') return widest;
  if (cue === 'village') return ofLevel('locality') ?? ofLevel('subdistrict');
  if (cue === 'city') {
    const only = districtsOf(widest.target.named.code) === 1;
    return only ? widest : (ofLevel('district') ?? widest);
  }
  if (cue === undefined || cue === 'countryside') return widest;
  return ofLevel(cue) ?? widest;
}
