import { tokenSimilarity } from './compare-tokens.js';
import { NAME_WEIGHTS as W } from './name-weights.js';
import type { AlignedPart, AlignmentCode, NameRole, NameToken } from './types.js';

/** Two tokens held against each other. */
export interface PairValue {
  readonly similarity: number;
  readonly bits: number;
  /** Weight of the pair in the score: bits that the commoner of the two names carries. */
  readonly rarity: number;
  /** True where some reading of both names gives the tokens one role. */
  readonly sameRole: boolean;
  /** What pairing the two adds over leaving both alone; never negative. */
  readonly gain: number;
  part(left: number, right: number): AlignedPart;
}

/** Bits that an agreement on a part of this share is worth. */
export function rarityBits(share: number): number {
  return Math.max(1, Math.min(W.mostForAPart, Math.log2(W.agreeAmongTrue / share)));
}

function similarityOf(a: NameToken, b: NameToken): number {
  const base = tokenSimilarity(a, b);
  const head = a.head === b.head ? 1 : W.headApart;
  const article =
    a.article === b.article || a.head !== null || b.head !== null ? 1 : W.articleApart;
  return base * head * article;
}

/** From the similarity to bits: two straight lines that meet at nothing known. */
function bitsOf(similarity: number, rarity: number, against: number): number {
  if (similarity >= W.neutral) {
    return rarity * Math.min(1, (similarity - W.neutral) / (W.full - W.neutral));
  }
  return against * Math.min(1, (W.neutral - similarity) / (W.neutral - W.none));
}

function commonRole(a: NameToken, b: NameToken): NameRole | null {
  return a.roles.find((role) => b.roles.includes(role)) ?? null;
}

function codeOf(similarity: number, exact: boolean, moved: boolean): AlignmentCode {
  if (similarity < W.neutral) return 'different';
  if (moved) return 'moved';
  if (exact) return 'same';
  return similarity >= W.full ? 'same-sound' : 'similar';
}

/** Weighs two tokens; `rarity` is the agreement's worth in bits. */
export function pairTokens(a: NameToken, b: NameToken, rarity: number): PairValue {
  const similarity = similarityOf(a, b);
  const role = commonRole(a, b);
  const leftRole = role ?? a.roles[0] ?? null;
  const rightRole = role ?? b.roles[0] ?? null;
  const kunya = leftRole === 'kunya' || rightRole === 'kunya';
  const worth = kunya ? rarity * W.kunyaShare : rarity;
  const against = kunya ? 0 : W.different[leftRole ?? 'family'];
  const moved = role === null;
  const plain = bitsOf(similarity, worth, against);
  const bits = moved && !kunya && plain > 0 ? Math.max(0, plain + W.moved) : plain;
  const exact = a.folded === b.folded && a.head === b.head && a.script === b.script;
  const code = codeOf(similarity, exact, moved);
  const order = moved ? 0.5 : 1;
  return {
    similarity,
    bits,
    rarity,
    sameRole: role !== null,
    gain: similarity >= W.neutral ? bits + similarity * order : 0,
    part: (left, right) => ({
      left,
      right,
      leftRole,
      rightRole,
      score: similarity,
      centibits: Math.round(bits * 100),
      code,
    }),
  };
}

/** A token that the other name has no counterpart for. */
export function absentPart(
  token: NameToken,
  left: number | null,
  right: number | null,
): AlignedPart {
  const role = [...token.roles].sort((x, y) => W.absent[y] - W.absent[x])[0] ?? 'family';
  const bits = W.absent[role];
  const code = role === 'kunya' ? 'kunya-only' : bits <= -2 ? 'missing-unusual' : 'missing-usual';
  return {
    left,
    right,
    leftRole: left === null ? null : role,
    rightRole: right === null ? null : role,
    score: 0,
    centibits: Math.round(bits * 100),
    code,
  };
}
