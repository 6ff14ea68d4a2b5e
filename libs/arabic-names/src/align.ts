import { assign } from './assignment.js';
import { rarityOf } from './frequencies.js';
import { joinings, type PlacedToken } from './joined.js';
import { NAME_WEIGHTS } from './name-weights.js';
import {
  absentPart,
  metPart,
  pairTokens,
  type PairValue,
  type WeighedToken,
} from './pair-value.js';
import { factsOf } from './token-facts.js';
import type { AlignedPart, NameComparison, NameFrequencies, NameToken } from './types.js';

/** The tokens of a name, each with its facts and its worth. */
type Side = readonly WeighedToken[];

/** Which left token met which right one, and what every meeting would be worth. */
interface Meeting {
  readonly left: Side;
  readonly right: Side;
  readonly table: readonly (readonly PairValue[])[];
  /** For each left token the right one that it met, or -1. */
  readonly partner: number[];
}

function sideOf(tokens: readonly PlacedToken[], frequencies: NameFrequencies): Side {
  return tokens.map((placed) => ({
    ...placed,
    facts: factsOf(placed.token),
    worth: rarityOf(placed.token, frequencies),
  }));
}

const sides = new WeakMap<NameFrequencies, WeakMap<readonly NameToken[], Side>>();

/** A whole name as a side, computed once for each snapshot of frequencies. */
function wholeSide(tokens: readonly NameToken[], frequencies: NameFrequencies): Side {
  const known = sides.get(frequencies) ?? new WeakMap<readonly NameToken[], Side>();
  sides.set(frequencies, known);
  let side = known.get(tokens);
  if (side === undefined) {
    const placed = tokens.map((token, at) => ({ token, at, joined: false }));
    side = sideOf(placed, frequencies);
    known.set(tokens, side);
  }
  return side;
}

/** Tokens that found no like one, but stand where a token of the other name stands, disagree. */
function pairLeftovers(table: readonly (readonly PairValue[])[], partner: number[]): void {
  const taken = new Set(partner);
  table.forEach((row, i) => {
    if (partner[i] !== -1) return;
    let best = -1;
    row.forEach((pair, j) => {
      if (taken.has(j) || pair.apart) return;
      if (best === -1 || pair.similarity > (row[best]?.similarity ?? 0)) best = j;
    });
    if (best === -1) return;
    partner[i] = best;
    taken.add(best);
  });
}

function meet(left: Side, right: Side): Meeting {
  const table = left.map((own) => right.map((other) => pairTokens(own, other)));
  const partner = assign(table.map((row) => row.map((pair) => pair.gain)));
  pairLeftovers(table, partner);
  return { left, right, table, partner };
}

/** Adds up what met and what stayed alone. */
class Tally {
  readonly alignment: AlignedPart[] = [];
  centibits = 0;
  private weight = 0;
  private agreed = 0;

  met(pair: PairValue, part: AlignedPart): void {
    this.add(part);
    this.weight += pair.weight;
    const share = part.code === 'moved' ? NAME_WEIGHTS.movedShare : 1;
    this.agreed += pair.weight * pair.similarity * share;
  }

  alone(part: AlignedPart, rarity: number): void {
    this.add(part);
    const share = { 'missing-unusual': 0.45, 'kunya-only': 0.1 };
    this.weight += rarity * (share[part.code as keyof typeof share] ?? 0.2);
  }

  private add(part: AlignedPart): void {
    this.alignment.push(part);
    this.centibits += part.centibits;
  }

  get score(): number {
    return this.weight === 0 ? 0 : this.agreed / this.weight;
  }
}

function weigh({ left, right, table, partner }: Meeting): NameComparison {
  const tally = new Tally();
  left.forEach((own, i) => {
    const j = partner[i] ?? -1;
    const pair = table[i]?.[j];
    const other = right[j];
    if (pair === undefined || other === undefined) {
      tally.alone(absentPart(own.token, own.at, null), own.worth);
    } else {
      tally.met(pair, metPart(pair, own.at, other.at, own.joined || other.joined));
    }
  });
  right.forEach((own, j) => {
    if (!partner.includes(j)) tally.alone(absentPart(own.token, null, own.at), own.worth);
  });
  const { score, centibits, alignment } = tally;
  return { score, centibits, alignment };
}

/** Aligns two lists of tokens and weighs the alignment. The order of the sides may matter in ties only. */
export function alignTokens(
  a: readonly NameToken[],
  b: readonly NameToken[],
  frequencies: NameFrequencies,
): NameComparison {
  if (a.length === 0 || b.length === 0) return { score: 0, centibits: 0, alignment: [] };
  const first = meet(wholeSide(a, frequencies), wholeSide(b, frequencies));
  const agrees = (i: number, j: number) => first.table[i]?.[j]?.gain !== 0;
  const met = first.partner.map((j, i) => (j >= 0 && agrees(i, j) ? j : -1));
  const joined = joinings(a, b, met);
  if (joined === null) return weigh(first);
  return weigh(meet(sideOf(joined.left, frequencies), sideOf(joined.right, frequencies)));
}
