import type { NameScore } from '@athar/arabic-names';
import { inCentibits } from './evidence.js';
import { kinshipBits } from './kinship.js';
import { WEIGHTS } from './weights.js';

/** The names of a record, in whatever shape they are compared. */
export interface NamesOf<Name> {
  /** Every form of the whole name. */
  readonly names: readonly Name[];
  readonly knownAs: readonly Name[];
  readonly mother: Name | null;
}

/** The pair of forms of two names that agrees best. */
export interface BestForms<Score extends NameScore> {
  readonly comparison: Score;
  /** Index of the form on either side. */
  readonly left: number;
  readonly right: number;
  /** Correction for what relatives share, see `kinshipBits`. */
  readonly kinship: number;
  /** Pairs of forms that were tried. */
  readonly tried: number;
}

/** Tries every form of one name with every form of another; null where either has none. */
export function bestForms<Left, Right, Score extends NameScore>(
  left: readonly Left[],
  right: readonly Right[],
  compare: (a: Left, b: Right) => Score,
): BestForms<Score> | null {
  let best: BestForms<Score> | null = null;
  let most = -Infinity;
  const tried = left.length * right.length;
  for (let i = 0; i < left.length; i += 1) {
    for (let j = 0; j < right.length; j += 1) {
      const [a, b] = [left[i], right[j]];
      if (a === undefined || b === undefined) continue;
      const comparison = compare(a, b);
      const kinship = kinshipBits(comparison.byRole);
      const bits = comparison.centibits / 100 + kinship;
      if (bits <= most) continue;
      most = bits;
      best = { comparison, left: i, right: j, kinship, tried };
    }
  }
  return best;
}

/** What it costs that several forms were tried, in bits. */
export function triesBits({ tried }: BestForms<NameScore>): number {
  return Math.log2(tried) * WEIGHTS.name.anotherNameTried;
}

/** True where two by-names are one. */
export function sameByName(best: BestForms<NameScore> | null): best is BestForms<NameScore> {
  return best !== null && best.comparison.score >= 0.85;
}

/** What the mothers' names say, in bits. */
export function motherBits({ centibits }: NameScore): number {
  const { most, differs } = WEIGHTS.motherName;
  return Math.max(differs, Math.min(most, centibits / 100));
}

/** What the names of two records say: exactly the sum of their evidence, in hundredths of a bit. */
export function nameCentibits<Left, Right>(
  left: NamesOf<Left>,
  right: NamesOf<Right>,
  compare: (a: Left, b: Right) => NameScore,
): number {
  let sum = 0;
  const best = bestForms(left.names, right.names, compare);
  if (best !== null) {
    sum += best.comparison.centibits;
    sum += inCentibits(best.kinship) + inCentibits(triesBits(best));
  }
  if (sameByName(bestForms(left.knownAs, right.knownAs, compare))) {
    sum += inCentibits(WEIGHTS.name.knownAs);
  }
  if (left.mother !== null && right.mother !== null) {
    sum += inCentibits(motherBits(compare(left.mother, right.mother)));
  }
  return sum;
}
