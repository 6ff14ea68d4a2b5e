import { tokenSimilarity } from './compare-tokens.js';
import { NAME_WEIGHTS as W } from './name-weights.js';
import type { PlacedToken } from './joined.js';
import type { TokenFacts } from './token-facts.js';
import {
  NAME_ROLES,
  type AlignedPart,
  type AlignmentCode,
  type NameRole,
  type NameToken,
} from './types.js';

/** A token of a name, made ready to be held against others. */
export interface WeighedToken extends PlacedToken {
  readonly facts: TokenFacts;
  /** Bits that an agreement on it is worth. */
  readonly worth: number;
}

/** Two tokens held against each other. */
export interface PairValue {
  readonly similarity: number;
  readonly bits: number;
  /** Weight of the pair in the score. */
  readonly weight: number;
  /** True where no reading of both names gives the tokens one role. */
  readonly apart: boolean;
  readonly leftRole: NameRole;
  readonly rightRole: NameRole;
  readonly code: AlignmentCode;
  /** What pairing the two adds over leaving both alone; never negative. */
  readonly gain: number;
}

function similarityOf({ token: a, facts }: WeighedToken, right: WeighedToken): number {
  const b = right.token;
  const base = tokenSimilarity(a, b, facts, right.facts);
  if (a.head !== b.head) return base * W.headApart;
  return a.article === b.article || a.head !== null ? base : base * W.articleApart;
}

/** From the similarity to bits: two straight lines that meet at nothing known. */
function bitsOf(similarity: number, rarity: number, against: number): number {
  if (similarity >= W.neutral) {
    return rarity * Math.min(1, (similarity - W.neutral) / (W.full - W.neutral));
  }
  return against * Math.min(1, (W.neutral - similarity) / (W.neutral - W.none));
}

/** The first role, in the order of `NAME_ROLES`, of a set given as bits. */
function firstRole(roles: number): NameRole {
  return NAME_ROLES[31 - Math.clz32(roles & -roles)] ?? 'family';
}

function codeOf(similarity: number, same: boolean, apart: boolean): AlignmentCode {
  if (similarity < W.neutral) return 'different';
  if (apart) return 'moved';
  if (same) return 'same';
  return similarity >= W.full ? 'same-sound' : 'similar';
}

/** Weighs two tokens against each other. */
export function pairTokens(left: WeighedToken, right: WeighedToken): PairValue {
  const [a, b] = [left.token, right.token];
  const similarity = similarityOf(left, right);
  const [leftRoles, rightRoles] = [left.facts.roles, right.facts.roles];
  const common = leftRoles & rightRoles;
  const apart = common === 0;
  const leftRole = firstRole(apart ? leftRoles : common);
  const rightRole = firstRole(apart ? rightRoles : common);
  const kunya = leftRole === 'kunya' || rightRole === 'kunya';
  const rarity = Math.min(left.worth, right.worth) * (kunya ? W.kunyaShare : 1);
  const plain = bitsOf(similarity, rarity, kunya ? 0 : W.different[leftRole]);
  const bits = apart && !kunya && plain > 0 ? Math.max(0, plain + W.moved) : plain;
  const code = codeOf(similarity, a.folded === b.folded && a.head === b.head, apart);
  const agrees = similarity >= W.neutral;
  return {
    similarity,
    bits,
    weight: agrees ? rarity : (left.worth + right.worth) / 2,
    apart,
    leftRole,
    rightRole,
    code,
    gain: agrees ? bits + similarity * (apart ? 0.5 : 1) : 0,
  };
}

/** A line of the alignment for two tokens that met. */
export function metPart(
  pair: PairValue,
  left: number,
  right: number,
  joined: boolean,
): AlignedPart {
  return {
    left,
    right,
    leftRole: pair.leftRole,
    rightRole: pair.rightRole,
    score: pair.similarity,
    centibits: Math.round(pair.bits * 100),
    code: joined ? 'joined' : pair.code,
  };
}

/** A line for a token that the other name has no counterpart for: its most forgivable role counts. */
export function absentPart(
  token: NameToken,
  left: number | null,
  right: number | null,
): AlignedPart {
  let role: NameRole = token.roles[0] ?? 'family';
  for (const other of token.roles) if (W.absent[other] > W.absent[role]) role = other;
  const bits = W.absent[role];
  return {
    left,
    right,
    leftRole: left === null ? null : role,
    rightRole: right === null ? null : role,
    score: 0,
    centibits: Math.round(bits * 100),
    code: role === 'kunya' ? 'kunya-only' : bits <= -2 ? 'missing-unusual' : 'missing-usual',
  };
}
