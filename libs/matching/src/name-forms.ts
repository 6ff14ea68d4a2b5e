import type { NameScore } from '@athar/arabic-names';
import { inCentibits } from './evidence.js';
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
      if (comparison.centibits <= most) continue;
      most = comparison.centibits;
      best = { comparison, left: i, right: j, tried };
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

/** What the mothers' names say, in bits. Few names are common among women, and a second one tells more. */
export function motherBits({ centibits }: NameScore): number {
  const { differs, agrees, secondFrom, most } = WEIGHTS.motherName;
  const bits = centibits / 100;
  if (bits <= 0) return Math.max(differs, bits);
  return Math.min(bits, agrees) + Math.max(0, Math.min(most - agrees, bits - secondFrom));
}

/** What one part says beyond what a single name can, in bits: the words of a compound come together. */
function surplusOf(centibits: number): number {
  const { from, share } = WEIGHTS.name.compound;
  return Math.max(0, centibits / 100 - from) * (1 - share);
}

/** What is taken back, in bits, where compounds agree word by word. */
export function compoundBits({ byRole }: NameScore): number {
  const { given, father, grandfather, family } = byRole;
  return -(surplusOf(given) + surplusOf(father) + surplusOf(grandfather) + surplusOf(family));
}

/** What the names of two records say, in hundredths of a bit: in all, by role, and the mothers' names. */
export interface NameSums {
  readonly total: number;
  readonly byRole: NameScore['byRole'];
  readonly mother: number;
  /** Index of the form that agrees best on either side; -1 where a side has no name. */
  readonly leftForm: number;
  readonly rightForm: number;
}

const NO_PARTS: NameScore['byRole'] = { given: 0, father: 0, grandfather: 0, family: 0, kunya: 0 };

/** What the names of two records came to, held against each other. */
export interface MetNames<Score extends NameScore> {
  readonly whole: BestForms<Score> | null;
  readonly knownAs: BestForms<Score> | null;
  /** Null where either mother's name is not known. */
  readonly mother: Score | null;
}

/** Holds the names of two records against each other, each pair of forms once. */
export function meetNames<Left, Right, Score extends NameScore>(
  left: NamesOf<Left>,
  right: NamesOf<Right>,
  compare: (a: Left, b: Right) => Score,
): MetNames<Score> {
  const both = left.mother !== null && right.mother !== null;
  return {
    whole: bestForms(left.names, right.names, compare),
    knownAs: bestForms(left.knownAs, right.knownAs, compare),
    mother: both ? compare(left.mother, right.mother) : null,
  };
}

/** What the names of two records say: its total is exactly the sum of their evidence. */
export function nameSums({ whole, knownAs, mother }: MetNames<NameScore>): NameSums {
  let total = 0;
  if (whole !== null) {
    total += whole.comparison.centibits + inCentibits(triesBits(whole));
    total += inCentibits(compoundBits(whole.comparison));
  }
  if (sameByName(knownAs)) total += inCentibits(WEIGHTS.name.knownAs);
  const ofMothers = mother === null ? 0 : inCentibits(motherBits(mother));
  return {
    total: total + ofMothers,
    byRole: whole?.comparison.byRole ?? NO_PARTS,
    mother: ofMothers,
    leftForm: whole?.left ?? -1,
    rightForm: whole?.right ?? -1,
  };
}
