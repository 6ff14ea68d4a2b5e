import type { ComparableName } from './comparable-name.js';
import { Meeting } from './meeting.js';
import { NAME_WEIGHTS } from './name-weights.js';
import { agree, metAs, pairWeight, roleIn, roleName, standApart } from './pair-value.js';
import type { NameRole, NameScore } from './types.js';
import { standsForAnother, type Absence, type WeighedToken } from './weighed-token.js';

/** Weight in the score of a token that stays alone, as a share of what its agreement is worth. */
const ALONE: Readonly<Record<Absence['code'], number>> = {
  'missing-unusual': 1,
  'kunya-only': 0.1,
  'missing-usual': 0.2,
};

/**
 * Least weight in the score of two tokens that disagree: a brother or a father has all other parts, so it counts
 * little that the names themselves are common.
 */
const LEAST_AGAINST: Readonly<Record<NameRole, number>> = {
  given: 10,
  father: 8,
  grandfather: 6,
  family: 6,
  kunya: 0,
};

/** Adds up what met and what stayed alone. */
class Tally implements NameScore {
  centibits = 0;
  readonly byRole = { given: 0, father: 0, grandfather: 0, family: 0, kunya: 0 };
  private weight = 0;
  private agreed = 0;

  add(role: NameRole, centibits: number): void {
    this.byRole[role] += centibits;
    this.centibits += centibits;
  }

  met(weight: number, similarity: number): void {
    this.weight += weight;
    this.agreed += weight * similarity;
  }

  /** An initial that fits: what it stands for is as good as left out. */
  unknown(own: WeighedToken, other: WeighedToken): void {
    this.weight += (own.worth + other.worth) * ALONE['missing-usual'];
  }

  alone({ absence, worth }: WeighedToken): void {
    this.add(absence.role, absence.centibits);
    this.weight += worth * ALONE[absence.code];
  }

  get score(): number {
    return this.weight === 0 ? 0 : this.agreed / this.weight;
  }
}

/** Weight in the score of two tokens that met, the same in whatever order. */
function weightOf(similarity: number, own: WeighedToken, other: WeighedToken): number {
  const weight = pairWeight(similarity, own, other);
  if (agree(similarity)) return weight;
  const left = LEAST_AGAINST[roleName(roleIn(own, other))];
  return Math.max(weight, left, LEAST_AGAINST[roleName(roleIn(other, own))]);
}

function addMet(tally: Tally, meeting: Meeting, i: number, j: number, turned: boolean): void {
  const [own, other] = [meeting.left.tokens[i], meeting.right.tokens[j]];
  if (own === undefined || other === undefined) return;
  const cell = i * meeting.columns + j;
  const similarity = meeting.similarities[cell] ?? 0;
  const joined = i === meeting.left.joinedAt || j === meeting.right.joinedAt;
  const moved = !joined && agree(similarity) && standApart(own, other);
  const role = roleName(turned ? metAs(other, own) : metAs(own, other));
  tally.add(role, Math.round((meeting.bits[cell] ?? 0) * 100));
  const weight = weightOf(similarity, own, other);
  if (standsForAnother(own, other)) {
    if (agree(similarity)) tally.unknown(own, other);
    else tally.met(weight, 0);
    return;
  }
  const turnedHere = meeting.turned[i] === 1;
  const share = turnedHere ? NAME_WEIGHTS.turnedShare : moved ? NAME_WEIGHTS.movedShare : 1;
  tally.met(weight, similarity * share);
}

/** @param turned true where the left name is the second of the two that were given */
export function scoreMeeting(meeting: Meeting, turned: boolean): NameScore {
  const tally = new Tally();
  meeting.left.tokens.forEach((own, i) => {
    const j = meeting.partner[i] ?? -1;
    if (j === -1) tally.alone(own);
    else addMet(tally, meeting, i, j, turned);
  });
  meeting.right.tokens.forEach((own, j) => {
    if (meeting.partnerOfRight[j] === -1) tally.alone(own);
  });
  return tally;
}

/** The score of names of which one has no tokens: nothing is known. */
export const NO_SCORE: NameScore = {
  score: 0,
  centibits: 0,
  byRole: { given: 0, father: 0, grandfather: 0, family: 0, kunya: 0 },
};

const meeting = new Meeting();

/** Scores two names made ready for one snapshot. A name without tokens compares as nothing known. */
export function scoreNames(a: ComparableName, b: ComparableName): NameScore {
  if (a.whole.tokens.length === 0 || b.whole.tokens.length === 0) return NO_SCORE;
  const turned = meeting.align(a, b);
  return scoreMeeting(meeting, turned);
}
