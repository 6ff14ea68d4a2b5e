import { placeOf, type ComparableName } from './comparable-name.js';
import { Meeting } from './meeting.js';
import { NO_SCORE, scoreMeeting } from './name-score.js';
import { codeOf, roleIn, roleName } from './pair-value.js';
import type { AlignedPart, AlignmentCode, NameComparison } from './types.js';
import type { WeighedToken } from './weighed-token.js';

/** A line of the alignment for two tokens that met. */
function metPart(meeting: Meeting, i: number, j: number): AlignedPart[] {
  const { left, right, columns } = meeting;
  const [own, other] = [left.tokens[i], right.tokens[j]];
  if (own === undefined || other === undefined) return [];
  const similarity = meeting.similarities[i * columns + j] ?? 0;
  const part = {
    left: placeOf(left, i),
    right: placeOf(right, j),
    leftRole: roleName(roleIn(own, other)),
    rightRole: roleName(roleIn(other, own)),
    score: similarity,
    centibits: Math.round((meeting.bits[i * columns + j] ?? 0) * 100),
    code: codeOfPair(meeting, i, j),
  };
  return [part];
}

function codeOfPair(meeting: Meeting, i: number, j: number): AlignmentCode {
  const { left, right, columns } = meeting;
  const [own, other] = [left.tokens[i], right.tokens[j]];
  if (i === left.joinedAt || j === right.joinedAt) return 'joined';
  if (meeting.turned[i] === 1) return 'turned';
  const similarity = meeting.similarities[i * columns + j] ?? 0;
  return own === undefined || other === undefined ? 'different' : codeOf(similarity, own, other);
}

/** A line for a token that the other name has no counterpart for. */
function absentPart({ absence }: WeighedToken, at: number, isLeft: boolean): AlignedPart {
  const { role, centibits, code } = absence;
  return isLeft
    ? { left: at, right: null, leftRole: role, rightRole: null, score: 0, centibits, code }
    : { left: null, right: at, leftRole: null, rightRole: role, score: 0, centibits, code };
}

function alignmentOf(meeting: Meeting): AlignedPart[] {
  const { left, right, partner, partnerOfRight } = meeting;
  const ofLeft = left.tokens.flatMap((own, i) => {
    const j = partner[i] ?? -1;
    return j === -1 ? [absentPart(own, placeOf(left, i), true)] : metPart(meeting, i, j);
  });
  const alone = right.tokens.flatMap((own, j) =>
    partnerOfRight[j] === -1 ? [absentPart(own, placeOf(right, j), false)] : [],
  );
  return [...ofLeft, ...alone];
}

function turn(part: AlignedPart): AlignedPart {
  return {
    ...part,
    left: part.right,
    right: part.left,
    leftRole: part.rightRole,
    rightRole: part.leftRole,
  };
}

const meeting = new Meeting();

/** Compares two names made ready for one snapshot, and says what met what. */
export function alignNames(a: ComparableName, b: ComparableName): NameComparison {
  if (a.whole.tokens.length === 0 || b.whole.tokens.length === 0) {
    return { ...NO_SCORE, alignment: [] };
  }
  const turned = meeting.align(a, b);
  const { score, centibits, byRole } = scoreMeeting(meeting, turned);
  const alignment = alignmentOf(meeting);
  return { score, centibits, byRole, alignment: turned ? alignment.map(turn) : alignment };
}
