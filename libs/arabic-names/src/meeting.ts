import { assign } from './assignment.js';
import type { ComparableName, Side } from './comparable-name.js';
import { joinings } from './joined.js';
import {
  agree,
  asKunya,
  displacedBits,
  openBits,
  pairBits,
  pairGain,
  placedBits,
  standApart,
  turnedBits,
} from './pair-value.js';
import { familyStandsFirst, findTurned } from './order.js';
import { similarityOf, type WeighedToken } from './weighed-token.js';

/** A word of a name that met none and that stands where a word of the other name stands; null where there is none. */
function wordInsteadOf(
  word: WeighedToken,
  others: readonly WeighedToken[],
  partners: Int32Array,
): WeighedToken | null {
  for (let at = 0; at < others.length; at += 1) {
    const other = others[at];
    if (partners[at] === -1 && other !== undefined && !standApart(word, other)) return other;
  }
  return null;
}

/**
 * Which token of one name met which of another, and what every meeting would be worth. One object
 * serves any number of comparisons, one after another, so that a comparison allocates nothing.
 */
export class Meeting {
  left: Side = { tokens: [], joinedAt: -1 };
  right: Side = { tokens: [], joinedAt: -1 };
  /** Of every left token with every right one: `similarities[i * columns + j]`. */
  similarities = new Float64Array(64);
  /** Of those that met, or may agree; what stands in the others means nothing. */
  bits = new Float64Array(64);
  /** For each left token the right one that it met, or -1. */
  partner = new Int32Array(8);
  /** For each right token the left one that it met, or -1. */
  partnerOfRight = new Int32Array(8);
  /** For each left token 1 where it agrees with one that stands in another order to the rest. */
  turned = new Uint8Array(8);
  private gains = new Float64Array(64);

  get columns(): number {
    return this.right.tokens.length;
  }

  /**
   * Aligns two names, in one order whichever comes first, so that ties fall the same way.
   * @returns true where the second one stands left
   */
  align(a: ComparableName, b: ComparableName): boolean {
    const turned = a.order > b.order;
    if (turned) this.alignInOrder(b, a);
    else this.alignInOrder(a, b);
    return turned;
  }

  private alignInOrder(a: ComparableName, b: ComparableName): void {
    this.pairAgreeing(a.whole, b.whole);
    const joined = joinings(a, b, this.partner, this.partnerOfRight);
    if (joined !== null) this.pairAgreeing(joined.left, joined.right);
    this.pairLeftovers();
    this.weighOrder();
  }

  /** Fathers and sons have their names in turn: parts that agree out of order speak against one person. */
  private weighOrder(): void {
    const parts = findTurned(this);
    if (parts === 0) {
      this.weighFamilyFirst();
      return;
    }
    for (let i = 0; i < this.left.tokens.length; i += 1) {
      if (this.turned[i] !== 1) continue;
      const cell = i * this.columns + (this.partner[i] ?? 0);
      this.bits[cell] = turnedBits(this.bits[cell] ?? 0, parts);
    }
  }

  /** Where a family's name that stands first moves all others, it alone is weighed as moved. */
  private weighFamilyFirst(): void {
    const family = familyStandsFirst(this);
    if (family === -1) return;
    for (let i = 0; i < this.left.tokens.length; i += 1) {
      const j = this.partner[i] ?? -1;
      const [own, other] = [this.left.tokens[i], this.right.tokens[j]];
      if (i === family || own === undefined || other === undefined) continue;
      const cell = i * this.columns + j;
      const similarity = this.similarities[cell] ?? 0;
      if (agree(similarity) && standApart(own, other)) {
        const taken = placedBits(similarity, own, other) - pairBits(similarity, own, other);
        this.bits[cell] = (this.bits[cell] ?? 0) + taken;
      }
    }
  }

  /** Pairs the tokens that agree, so that the whole agrees best. */
  private pairAgreeing(left: Side, right: Side): void {
    this.left = left;
    this.right = right;
    const rows = left.tokens.length;
    const columns = right.tokens.length;
    this.makeRoom(rows, columns);
    this.weighAll();
    assign(this.gains, rows, columns, this.partner);
    this.partnerOfRight.fill(-1, 0, columns);
    for (let i = 0; i < rows; i += 1) {
      const j = this.partner[i] ?? -1;
      if (j >= 0) this.partnerOfRight[j] = i;
    }
  }

  private makeRoom(rows: number, columns: number): void {
    if (this.bits.length < rows * columns) {
      this.similarities = new Float64Array(rows * columns);
      this.bits = new Float64Array(rows * columns);
      this.gains = new Float64Array(rows * columns);
    }
    if (this.partner.length < rows) {
      this.partner = new Int32Array(rows);
      this.turned = new Uint8Array(rows);
    }
    if (this.partnerOfRight.length < columns) this.partnerOfRight = new Int32Array(columns);
  }

  private weighAll(): void {
    const { similarities, bits, gains } = this;
    let cell = 0;
    for (const own of this.left.tokens) {
      for (const other of this.right.tokens) {
        const similarity = similarityOf(own, other);
        similarities[cell] = similarity;
        gains[cell] = 0;
        // What a difference says is looked at where it comes to one: most cells never meet.
        if (agree(similarity)) {
          const worth = pairBits(similarity, own, other);
          bits[cell] = worth;
          gains[cell] = pairGain(similarity, worth, standApart(own, other));
        }
        cell += 1;
      }
    }
  }

  /** Tokens that found no like one, but stand where a token of the other name stands, disagree. */
  private pairLeftovers(): void {
    const { partner, partnerOfRight } = this;
    for (let i = 0; i < this.left.tokens.length; i += 1) {
      if (partner[i] !== -1) continue;
      const best = this.likestLeft(i);
      if (best === -1) continue;
      partner[i] = best;
      partnerOfRight[best] = i;
      this.weighDifference(i, best);
    }
    for (let i = 0; i < this.left.tokens.length; i += 1) this.weighPlace(i);
  }

  /** Weighs by what else the two names have where two words met that are not surely the same part. */
  private weighPlace(row: number): void {
    const column = this.partner[row] ?? -1;
    const [own, other] = [this.left.tokens[row], this.right.tokens[column]];
    if (own === undefined || other === undefined) return;
    const cell = row * this.columns + column;
    const bits = this.bits[cell] ?? 0;
    const apart = standApart(own, other);
    if ((bits >= 0 && !apart) || asKunya(own, other)) return;
    const instead = wordInsteadOf(own, this.right.tokens, this.partnerOfRight);
    const ofOther = wordInsteadOf(other, this.left.tokens, this.partner);
    if (instead === null && ofOther === null) {
      if (!apart) this.bits[cell] = openBits(bits, own, other);
    } else if (apart) {
      this.bits[cell] = bits + displacedBits(own, instead, other, ofOther);
    }
  }

  private weighDifference(i: number, j: number): void {
    const [own, other] = [this.left.tokens[i], this.right.tokens[j]];
    if (own === undefined || other === undefined) return;
    const cell = i * this.columns + j;
    this.bits[cell] = pairBits(this.similarities[cell] ?? 0, own, other);
  }

  private likestLeft(row: number): number {
    const own = this.left.tokens[row];
    const others = this.right.tokens;
    let best = -1;
    let most = -1;
    for (let j = 0; j < others.length; j += 1) {
      const other = others[j];
      if (own === undefined || other === undefined) continue;
      const similarity = this.similarities[row * others.length + j] ?? 0;
      if (this.partnerOfRight[j] !== -1 || similarity <= most || standApart(own, other)) continue;
      best = j;
      most = similarity;
    }
    return best;
  }
}
