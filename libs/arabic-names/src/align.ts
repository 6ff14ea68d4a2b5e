import { assign } from './assignment.js';
import { shareOf } from './frequencies.js';
import { NAME_WEIGHTS } from './name-weights.js';
import { absentPart, pairTokens, rarityBits, type PairValue } from './pair-value.js';
import type { AlignedPart, NameComparison, NameFrequencies, NameToken } from './types.js';

interface Side {
  readonly tokens: readonly NameToken[];
  readonly rarity: readonly number[];
}

function sideOf(tokens: readonly NameToken[], frequencies: NameFrequencies): Side {
  return { tokens, rarity: tokens.map((token) => rarityBits(shareOf(token, frequencies))) };
}

function pairTable(left: Side, right: Side): PairValue[][] {
  return left.tokens.map((a, i) =>
    right.tokens.map((b, j) =>
      pairTokens(a, b, Math.min(left.rarity[i] ?? 0, right.rarity[j] ?? 0)),
    ),
  );
}

/** Tokens that found no like one, but stand where a token of the other name stands, disagree. */
function pairLeftovers(table: readonly PairValue[][], partner: number[], taken: boolean[]): void {
  table.forEach((row, i) => {
    if (partner[i] !== -1) return;
    let best = -1;
    row.forEach((pair, j) => {
      if (taken[j] || !pair.sameRole) return;
      if (best === -1 || pair.bits > (row[best]?.bits ?? 0)) best = j;
    });
    if (best === -1) return;
    partner[i] = best;
    taken[best] = true;
  });
}

const ABSENCE_SHARE = {
  'missing-usual': 0.12,
  'missing-unusual': 0.45,
  'kunya-only': 0.05,
} as const;

/** Aligns two lists of tokens and weighs the alignment. Deterministic; the order of sides may matter in ties. */
export function alignTokens(
  a: readonly NameToken[],
  b: readonly NameToken[],
  frequencies: NameFrequencies,
): NameComparison {
  if (a.length === 0 || b.length === 0) return { score: 0, centibits: 0, alignment: [] };
  const left = sideOf(a, frequencies);
  const right = sideOf(b, frequencies);
  const table = pairTable(left, right);
  const partner = assign(table.map((row) => row.map((pair) => pair.gain)));
  const taken = b.map((_, j) => partner.includes(j));
  pairLeftovers(table, partner, taken);
  const alignment: AlignedPart[] = [];
  let weight = 0;
  let agreed = 0;
  a.forEach((token, i) => {
    const pair = table[i]?.[partner[i] ?? -1];
    const part = pair === undefined ? absentPart(token, i, null) : pair.part(i, partner[i] ?? -1);
    const rarity = pair?.rarity ?? left.rarity[i] ?? 0;
    alignment.push(part);
    weight += rarity * absenceShare(part);
    agreed +=
      pair === undefined ? 0 : rarity * pair.similarity * (part.code === 'moved' ? 0.95 : 1);
  });
  b.forEach((token, j) => {
    if (taken[j]) return;
    const part = absentPart(token, null, j);
    alignment.push(part);
    weight += (right.rarity[j] ?? 0) * absenceShare(part);
  });
  const centibits = alignment.reduce((sum, part) => sum + part.centibits, 0);
  return { score: weight === 0 ? 0 : agreed / weight, centibits, alignment };
}

function absenceShare(part: AlignedPart): number {
  const { code } = part;
  const absent = code === 'missing-usual' || code === 'missing-unusual' || code === 'kunya-only';
  return absent ? ABSENCE_SHARE[code] : 1;
}

/** Bits that a name alone can add at most, for display scales. */
export const MOST_BITS_A_PART = NAME_WEIGHTS.mostForAPart;
