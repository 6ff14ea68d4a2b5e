import { NAME_WEIGHTS as W } from './name-weights.js';
import { areOneSlipApart, areOtherUsualNames, areTwoUsualNames, areUsual } from './slips.js';
import { NAME_ROLES, type AlignmentCode, type NameRole } from './types.js';
import { haveOtherForms, isTitleApart, type WeighedToken } from './weighed-token.js';

/** What a plain difference says, by index of the role. */
const AGAINST = Float64Array.from(NAME_ROLES, (role) => W.different[role]);

const GIVEN = NAME_ROLES.indexOf('given');
const FATHER = NAME_ROLES.indexOf('father');
const FAMILY = NAME_ROLES.indexOf('family');
const GRANDFATHER = NAME_ROLES.indexOf('grandfather');
/** Beside the roles, what is not told of the last word of a name: a forefather's name or the family's. */
const EITHER = -1;
const FOREFATHERS = (1 << FATHER) | (1 << GRANDFATHER);

const [PLAINLY_OTHER, HARDLY, NEARLY, WHOLLY] = W.hardlyAlike;

type Step = (typeof W.hardlyAlike)[number];

function between(similarity: number, from: Step, to: Step): number {
  const way = Math.log(similarity / from.similarity) / Math.log(to.similarity / from.similarity);
  return from.share + way * (to.share - from.share);
}

/** Share in [0, 1] of what a full agreement is worth that two words of a similarity come to. */
export function shareOfWorth(similarity: number): number {
  if (similarity <= PLAINLY_OTHER.similarity) return PLAINLY_OTHER.share;
  if (similarity >= WHOLLY.similarity) return WHOLLY.share;
  if (similarity >= NEARLY.similarity) return between(similarity, NEARLY, WHOLLY);
  if (similarity >= HARDLY.similarity) return between(similarity, HARDLY, NEARLY);
  return between(similarity, PLAINLY_OTHER, HARDLY);
}

/** What a plain difference says: little where neither paper said whether the part is the grandfather's name. */
function againstIn(role: number, left: WeighedToken, right: WeighedToken): number {
  const against = AGAINST[role] ?? 0;
  const unclear = role === GRANDFATHER && left.roles !== right.roles;
  return unclear ? against * W.unclearRole : against;
}

/** What it says of two words with other heads, of a man's and a woman's name, or of an initial: how unlike they are. */
function bitsOfForms(similarity: number, against: number): number {
  if (similarity >= W.unlike) return 0;
  return against * Math.min(1, (W.unlike - similarity) / (W.unlike - W.none));
}

/**
 * What it says of two words that a slip may have made one of the other: a word that hardly anybody is called is mostly a slip
 * of a name, one that many are called is seldom one.
 */
function bitsOfSlip(left: WeighedToken, right: WeighedToken, against: number): number {
  const role = agreedAs(left, right);
  const rarer = Math.max(worthIn(role, left), worthIn(role, right));
  const slip = left.token.script === right.token.script ? W.slip : W.slipAcross;
  const most = areTwoUsualNames(left, right) ? W.otherUsualName : rarityOfPair(left, right);
  return Math.max(against, Math.min(most, rarer + slip));
}

/**
 * What it says that two words do not agree: against one name, unless a slip may have made one of the other or they are alike
 * enough to be spellings of one.
 */
function unlikeBits(similarity: number, left: WeighedToken, right: WeighedToken): number {
  const against = againstIn(roleIn(left, right), left, right);
  const otherForms = haveOtherForms(left, right);
  if (!otherForms && areOneSlipApart(left, right)) return bitsOfSlip(left, right, against);
  if (similarity <= PLAINLY_OTHER.similarity || areOtherUsualNames(left, right)) return against;
  if (otherForms) return bitsOfForms(similarity, against);
  const share = shareOfWorth(similarity);
  // People seldom mean one name by two usual spellings so unlike (Samer, Samir).
  const most = areUsual(left, right) ? W.unlikeUsual : Infinity;
  const bits = Math.min(most, rarityOfPair(left, right) * share);
  if (similarity >= HARDLY.similarity) return bits;
  return against + (bits - against) * (share / HARDLY.share);
}

/** Index in `NAME_ROLES` of the first role of a set given as bits. */
function firstRole(roles: number): number {
  return 31 - Math.clz32(roles & -roles);
}

/** True where no reading of both names gives the tokens one role. */
export function standApart(left: WeighedToken, right: WeighedToken): boolean {
  return (left.roles & right.roles) === 0;
}

/** The role, as an index in `NAME_ROLES`, in which a token meets another: one that they share, where there is one. */
export function roleIn(own: WeighedToken, other: WeighedToken): number {
  const common = own.roles & other.roles;
  return firstRole(common === 0 ? own.roles : common);
}

/** True where either token can only be met as a kunya. */
export function asKunya(left: WeighedToken, right: WeighedToken): boolean {
  const kunya = NAME_ROLES.length - 1;
  return roleIn(left, right) === kunya || roleIn(right, left) === kunya;
}

/** What an agreement of two tokens is worth in the score. */
function weightOfPair(left: WeighedToken, right: WeighedToken): number {
  return Math.min(left.worth, right.worth) * (asKunya(left, right) ? W.kunyaShare : 1);
}

/** As what two tokens agree: in a role, or as either name. */
function agreedAs(left: WeighedToken, right: WeighedToken): number {
  const common = left.roles & right.roles;
  const either = (common & (1 << FAMILY)) !== 0 && (common & FOREFATHERS) !== 0;
  return either ? EITHER : roleIn(left, right);
}

/** The role in which a token met another, as an index: what may be a forefather's name or the family's is taken for that. */
export function metAs(own: WeighedToken, other: WeighedToken): number {
  const as = agreedAs(own, other);
  return as === EITHER ? FAMILY : as;
}

/** What a token's agreement says in a role, and that it is spelled alike. */
function worthIn(role: number, token: WeighedToken): number {
  if (role === EITHER) return token.worthOfEither;
  return role === FAMILY ? token.worthOfFamily : token.worthOfPerson;
}

function worthAlike(role: number, token: WeighedToken): number {
  if (role === EITHER) return token.alikeOfEither;
  return role === FAMILY ? token.alikeOfFamily : token.alikeOfPerson;
}

/**
 * Bits that an agreement of two tokens says. In one script the commoner word decides; across scripts the Arabic one, which
 * is counted by its letters, less what other names may have been meant. Latin words are counted by their sounds: one
 * spelling on both sides says more, as far as others are spelled otherwise, and no other word can say more than that.
 */
function rarityOfPair(left: WeighedToken, right: WeighedToken): number {
  if (left.initial || right.initial) return W.initialWorth;
  const role = agreedAs(left, right);
  if (left.token.script === right.token.script) {
    const alike = left.token.script === 'latin' && left.token.folded === right.token.folded;
    const worth = alike ? worthAlike : worthIn;
    return Math.min(worth(role, left), worth(role, right));
  }
  const [arabic, latin] = left.token.script === 'arabic' ? [left, right] : [right, left];
  return Math.max(1, Math.min(worthIn(role, arabic) - W.otherScript, worthAlike(role, latin)));
}

/** What it says that two tokens of a similarity agree, wherever they stand. */
export function placedBits(similarity: number, left: WeighedToken, right: WeighedToken): number {
  const share = asKunya(left, right) ? W.kunyaShare : 1;
  const title = isTitleApart(left, right) ? W.titleOfOne : 0;
  return rarityOfPair(left, right) * shareOfWorth(similarity) * share + title;
}

/** What it says for (positive) or against one name that two tokens of a similarity stand for each other. */
export function pairBits(similarity: number, left: WeighedToken, right: WeighedToken): number {
  const kunya = asKunya(left, right);
  if (!agree(similarity)) return kunya ? 0 : unlikeBits(similarity, left, right);
  const plain = placedBits(similarity, left, right);
  return standApart(left, right) && !kunya ? Math.max(0, plain + W.moved) : plain;
}

/** True where two tokens of a similarity speak for one name rather than against it. */
export function agree(similarity: number): boolean {
  return similarity >= W.neutral;
}

/** What pairing two tokens adds over leaving both alone; never negative, 0 where they do not agree. */
export function pairGain(similarity: number, bits: number, apart: boolean): number {
  return agree(similarity) ? bits + similarity * (apart ? 0.5 : 1) : 0;
}

/** Weight of two tokens that met in the score of their names. */
export function pairWeight(similarity: number, left: WeighedToken, right: WeighedToken): number {
  return agree(similarity) ? weightOfPair(left, right) : (left.worth + right.worth) / 2;
}

/** Why two tokens that met are worth what they are worth. */
export function codeOf(similarity: number, left: WeighedToken, right: WeighedToken): AlignmentCode {
  const [a, b] = [left.token, right.token];
  if (!agree(similarity)) return areOneSlipApart(left, right) ? 'similar' : 'different';
  if (standApart(left, right)) return 'moved';
  if (a.folded === b.folded && a.head === b.head) return 'same';
  return similarity >= W.full ? 'same-sound' : 'similar';
}

/** How likely a word is the family's name: by its roles, and where they leave it open by where the word is commoner. */
function familyShare({ roles, worthOfPerson, worthOfFamily }: WeighedToken): number {
  if ((roles & (1 << FAMILY)) === 0) return 0;
  if (roles === 1 << FAMILY) return 1;
  const odds = (W.lastIsFamily / (1 - W.lastIsFamily)) * 2 ** (worthOfPerson - worthOfFamily);
  return odds / (1 + odds);
}

/**
 * What it says that two words disagree of which one may be the family's name and the other a forefather's (أحمد at the end of a
 * name, beside a family's name): little where they are, and it is not known whether they are.
 * @param bits what it says where they are the same part
 */
export function openBits(bits: number, left: WeighedToken, right: WeighedToken): number {
  if (((left.roles | right.roles) & (1 << GIVEN)) !== 0) return bits;
  const [own, other] = [familyShare(left), familyShare(right)];
  const samePart = own * other + (1 - own) * (1 - other);
  return Math.log2((1 - samePart) * W.endsApart + samePart * 2 ** bits);
}

/**
 * What it says that two words agree out of place while other words stand in their places (a father of one name is the family of
 * the other, which has another father): these disagree, though they met none.
 * @param instead the word of the other name in the place of `own`, and `ofOther` that in the place of `other`
 */
export function displacedBits(
  own: WeighedToken,
  instead: WeighedToken | null,
  other: WeighedToken,
  ofOther: WeighedToken | null,
): number {
  const before = instead === null ? 0 : againstIn(roleIn(own, instead), own, instead);
  return Math.min(before, ofOther === null ? 0 : againstIn(roleIn(other, ofOther), other, ofOther));
}

/** The name of a role given as an index. */
export function roleName(role: number): NameRole {
  return NAME_ROLES[role] ?? 'family';
}

/**
 * What a part that agrees out of order says, given what it would say in its place. Of two parts alone one
 * may be the family's name: they have been weighed as moved, and that is all that can be said.
 * @param parts how many parts agree in all
 */
export function turnedBits(bits: number, parts: number): number {
  return parts > 2 ? Math.min(0, bits + W.turned) : bits;
}
