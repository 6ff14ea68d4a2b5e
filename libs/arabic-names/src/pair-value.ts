import { NAME_WEIGHTS as W } from './name-weights.js';
import { NAME_ROLES, type AlignmentCode, type NameRole } from './types.js';
import type { WeighedToken } from './weighed-token.js';

/** What a plain difference says, by index of the role. */
const AGAINST = Float64Array.from(NAME_ROLES, (role) => W.different[role]);

/** Share in [0, 1] of what a full agreement is worth that two words of a similarity come to. */
export function shareOfWorth(similarity: number): number {
  return Math.max(0, Math.min(1, (similarity - W.neutral) / (W.full - W.neutral)));
}

/** From the similarity to bits: two straight lines that meet at nothing known. */
function bitsOf(similarity: number, rarity: number, against: number): number {
  if (similarity >= W.neutral) return rarity * shareOfWorth(similarity);
  return against * Math.min(1, (W.neutral - similarity) / (W.neutral - W.none));
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
function asKunya(left: WeighedToken, right: WeighedToken): boolean {
  const kunya = NAME_ROLES.length - 1;
  return roleIn(left, right) === kunya || roleIn(right, left) === kunya;
}

/** Bits that an agreement of two tokens is worth. */
function rarityOfPair(left: WeighedToken, right: WeighedToken): number {
  return Math.min(left.worth, right.worth) * (asKunya(left, right) ? W.kunyaShare : 1);
}

/** What it says for (positive) or against one name that two tokens of a similarity stand for each other. */
export function pairBits(similarity: number, left: WeighedToken, right: WeighedToken): number {
  const kunya = asKunya(left, right);
  const rarity = rarityOfPair(left, right);
  const against = kunya ? 0 : (AGAINST[roleIn(left, right)] ?? 0);
  const plain = bitsOf(similarity, rarity, against);
  const moved = standApart(left, right) && !kunya && plain > 0;
  return moved ? Math.max(0, plain + W.moved) : plain;
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
  return agree(similarity) ? rarityOfPair(left, right) : (left.worth + right.worth) / 2;
}

/** Why two tokens that met are worth what they are worth. */
export function codeOf(similarity: number, left: WeighedToken, right: WeighedToken): AlignmentCode {
  const [a, b] = [left.token, right.token];
  if (!agree(similarity)) return 'different';
  if (standApart(left, right)) return 'moved';
  if (a.folded === b.folded && a.head === b.head) return 'same';
  return similarity >= W.full ? 'same-sound' : 'similar';
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
