import { LETTER_CODES, type CodedWord } from './sound-units.js';

/**
 * What units weigh beside the letters of words on one side. Words share pieces in the same surroundings,
 * so these are kept once for all words, side by side in memory: few enough for a cache.
 */
export class PlacedUnits {
  /** Factors of the units of pieces in places; may be another array after `startsOf`. */
  factors = new Float32Array(1 << 14);
  private used = 0;
  private readonly starts = new Map<number, number>();

  /**
   * @param most letters of a piece at most
   * @param unitsOf the units of each piece
   * @param factorOf factor of a unit after and before a letter
   */
  constructor(
    private readonly most: number,
    private readonly unitsOf: readonly (readonly number[])[],
    private readonly factorOf: (unit: number, before: number, after: number) => number,
  ) {}

  /** For each piece of a word where the factors of its units begin, which are in the order of `unitsOf`. */
  startsOf({ pieces, letters }: CodedWord): Int32Array {
    const starts = new Int32Array(pieces.length);
    for (let at = 0; at < pieces.length; at += 1) {
      const piece = pieces[at] ?? -1;
      if (piece < 0) continue;
      const size = at % (this.most + 1);
      const place = (at - size) / (this.most + 1);
      starts[at] = this.startOf(piece, letters[place] ?? 0, letters[place + size + 1] ?? 0);
    }
    return starts;
  }

  private startOf(piece: number, before: number, after: number): number {
    const key = (piece * LETTER_CODES + before) * LETTER_CODES + after;
    const known = this.starts.get(key);
    if (known !== undefined) return known;
    const start = this.used;
    const units = this.unitsOf[piece] ?? [];
    this.makeRoom(start + units.length);
    units.forEach((unit, at) => {
      this.factors[start + at] = this.factorOf(unit, before, after);
    });
    this.used = start + units.length;
    this.starts.set(key, start);
    return start;
  }

  private makeRoom(size: number): void {
    if (size <= this.factors.length) return;
    const grown = new Float32Array(2 * this.factors.length);
    grown.set(this.factors);
    this.factors = grown;
  }
}
