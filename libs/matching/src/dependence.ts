import { frequencyKeyOf, type NameFrequencies, type NameToken } from '@athar/arabic-names';
import { individualCentibits } from './circumstances.js';
import { inCentibits } from './evidence.js';
import { togetherBits, type Milieus, type PersonFrequencies } from './milieus.js';
import type { NameSums } from './name-forms.js';
import type { Circumstances } from './prepare.js';
import { WEIGHTS } from './weights.js';

/** What evidence that is not independent says too much, in integer hundredths of a bit; never positive. */
export interface Dependence {
  /** Names of one community, region or generation go together. */
  readonly milieu: number;
  /** Father, grandfather, family and home travel together. */
  readonly relatives: number;
}

/** Sums below it are so improbable that nothing is taken back, in hundredths of a bit. */
const LEAST = -1000;
/** A part that says at least so much agrees, in hundredths of a bit. */
const AGREES = 100;
const NOTHING: Dependence = { milieu: 0, relatives: 0 };

/** What is looked at of a record: the words of the form of its name that agrees best, and what it says beside it. */
export interface Side {
  readonly words: readonly NameToken[];
  readonly circumstances: Circumstances;
}

/** Keys of the words of a name that agree with the other's. */
function agreeingKeys({ words }: Side, { byRole }: NameSums): string[] {
  const keys = new Set<string>();
  for (const word of words) {
    const role = word.roles[0] ?? 'kunya';
    if (role !== 'kunya' && byRole[role] >= AGREES) keys.add(frequencyKeyOf(word));
  }
  return [...keys];
}

function milieuCentibits(names: NameSums, left: Side, right: Side, milieus: Milieus): number {
  const own = togetherBits(agreeingKeys(left, names), milieus);
  const other = togetherBits(agreeingKeys(right, names), milieus);
  return -inCentibits(Math.max(own, other));
}

/** What the given names say when the other man is a brother: two brothers are not given one name. */
function givenAmongBrothers(given: number): number {
  const { agrees, sureFrom } = WEIGHTS.relatives.givenOfBrothers;
  return given <= 0 ? given : inCentibits(agrees * Math.min(1, given / inCentibits(sureFrom)));
}

/** Odds of relatives against one person, whatever else the two have in common. */
export interface Rivals {
  /** Of brothers and cousins. */
  readonly kin: number;
  /** Of namesakes, if there were as many as true pairs. */
  readonly namesakes: number;
}

/** Odds against one person of what tells the two apart, given in hundredths of a bit. */
function against(apart: number): number {
  return 2 ** (-apart / 100);
}

/**
 * A pair that is not one person may be strangers, but also two brothers, two cousins, or two distant kinsmen of one full
 * name: each of them agrees by nature in some parts, and is told apart by the others alone.
 */
export function rivalsOf({ byRole, mother }: NameSums, left: Side, right: Side): Rivals {
  const { brothers, cousins } = WEIGHTS.relatives;
  const own = individualCentibits(left.circumstances, right.circumstances);
  return {
    kin:
      brothers * against(givenAmongBrothers(byRole.given) + own) +
      cousins * against(byRole.given + byRole.father + mother + own),
    namesakes: against(mother + own),
  };
}

function relativesCentibits(sum: number, { kin, namesakes }: Rivals, rate: number): number {
  return -inCentibits(Math.log2(1 + 2 ** (sum / 100) * (kin + rate * namesakes)));
}

/**
 * What is to be taken back from a sum of evidence because its pieces are not independent.
 * @param sum prior and all evidence, in hundredths of a bit
 */
export function dependenceOf(
  sum: number,
  names: NameSums,
  left: Side,
  right: Side,
  frequencies: NameFrequencies,
): Dependence {
  if (sum < LEAST) return NOTHING;
  const { milieus, namesakes = WEIGHTS.relatives.namesakes }: PersonFrequencies = frequencies;
  const milieu = milieus === undefined ? 0 : milieuCentibits(names, left, right, milieus);
  const rivals = rivalsOf(names, left, right);
  return { milieu, relatives: relativesCentibits(sum + milieu, rivals, namesakes) };
}

/** A sum of evidence with what is taken back: the posterior log2-odds, in hundredths of a bit. */
export function posteriorCentibits(
  sum: number,
  names: NameSums,
  left: Side,
  right: Side,
  frequencies: NameFrequencies,
): number {
  const { milieu, relatives } = dependenceOf(sum, names, left, right, frequencies);
  return sum + milieu + relatives;
}
