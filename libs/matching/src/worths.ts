/** Lowest bits of a cell: number of the feature that it was last weighed for. */
const FEATURE_BITS = 5;
const FEATURES = (1 << FEATURE_BITS) - 1;
/** Above them how many parts of a name agreed, and above these what all was worth. */
const PART_BITS = 5;
const PARTS = (1 << PART_BITS) - 1;
const WORTH_BITS = FEATURE_BITS + PART_BITS;

/** Estimates are sorted into steps of so many hundredths of a bit, from the least up to so many steps. */
const STEP = 16;
const STEPS = 1024;
const LEAST = -2048;

/** So many records that share something rarer make a part of a name common. */
const ENOUGH = 1000;

/** A part of a name that has another beside it, and none like it: hundredths of a bit. */
const UNLIKE = -350;

/** Bits of a tie and of a slot that fit side by side into an exact number. */
const SLOT_SPACE = 2 ** 25;
const TIE_SPACE = 2 ** 24;

function stepOf(estimate: number): number {
  return Math.max(0, Math.min(STEPS - 1, Math.floor((estimate - LEAST) / STEP)));
}

/**
 * What records are worth to one query after another: sums in whole hundredths of a bit by slot, kept in
 * arrays that are used again.
 */
export class Worths {
  private cells = new Int32Array(0);
  /** The slots that are worth something. */
  private slots = new Int32Array(0);
  count = 0;
  private feature = 0;
  /** Parts of the query's name. */
  private parts = 0;
  /** Parts of a record's name beyond which the feature alone does not bring it in. */
  private mostParts = PARTS;
  private readonly counts = new Int32Array(STEPS);

  /**
   * @param partsOf by slot: parts of the record's name
   * @param ties by slot: numbers below `TIE_SPACE` that hang on the record alone
   */
  constructor(
    private readonly partsOf: readonly number[],
    private readonly ties: readonly number[],
  ) {}

  /** Begins a query over so many slots, by a name of so many parts. */
  begin(slots: number, parts: number): void {
    this.parts = parts;
    if (this.cells.length < slots) {
      this.cells = new Int32Array(slots * 2);
      this.slots = new Int32Array(slots * 2);
    } else {
      for (let at = 0; at < this.count; at += 1) this.cells[this.slots[at] ?? 0] = 0;
    }
    this.count = 0;
    this.feature = 0;
  }

  /**
   * Begins the next feature of the query.
   * @param common a name's commonest part: of itself it brings in only those of whose name little more is known,
   *   since to the others many stand nearer
   * @returns false where there is room for no more
   */
  nextFeature(common: boolean): boolean {
    this.feature += 1;
    this.mostParts = common && this.count >= ENOUGH ? 1 : PARTS;
    return this.feature <= FEATURES;
  }

  /**
   * Adds what the feature is worth to slots that nothing was added to for it.
   * @param parts 1 where it is a part of the name, otherwise 0
   */
  add(added: readonly number[], worth: number, parts: 0 | 1): void {
    const { cells, slots, feature, partsOf, mostParts } = this;
    const rise = (worth << WORTH_BITS) + (parts << FEATURE_BITS);
    let { count } = this;
    for (let at = 0; at < added.length; at += 1) {
      const slot = added[at] ?? 0;
      const cell = cells[slot] ?? 0;
      const last = cell & FEATURES;
      if (last === feature) continue;
      if (cell === 0) {
        if ((partsOf[slot] ?? 0) > mostParts) continue;
        slots[count++] = slot;
      }
      cells[slot] = cell - last + feature + rise;
    }
    this.count = count;
  }

  /**
   * About what the comparison of the query with a record comes to, in hundredths of a bit: what it was found worth,
   * less what it costs that parts of both names are unlike.
   */
  estimate(slot: number): number {
    const cell = this.cells[slot] ?? 0;
    const met = (cell >> FEATURE_BITS) & PARTS;
    const unlike = Math.min(this.parts, this.partsOf[slot] ?? 0) - met;
    return (cell >> WORTH_BITS) + (unlike > 0 ? unlike * UNLIKE : 0);
  }

  /**
   * The slots of the `most` highest estimates, the highest first; of those with about the same as the last the ones
   * with the least ties.
   */
  best(most: number): number[] {
    const { ties } = this;
    const sorted = this.highest(most).map((slot) => ({ slot, estimate: this.estimate(slot) }));
    sorted.sort((a, b) => b.estimate - a.estimate || (ties[a.slot] ?? 0) - (ties[b.slot] ?? 0));
    return sorted.map(({ slot }) => slot);
  }

  /** The same in no order. */
  private highest(most: number): number[] {
    const { counts, slots, count } = this;
    if (count <= most) return Array.from(slots.subarray(0, count));
    counts.fill(0);
    for (let at = 0; at < count; at += 1) {
      const step = stepOf(this.estimate(slots[at] ?? 0));
      counts[step] = (counts[step] ?? 0) + 1;
    }
    let least = STEPS - 1;
    let above = 0;
    while (least > 0 && above + (counts[least] ?? 0) <= most) above += counts[least--] ?? 0;
    const best: number[] = [];
    const last: number[] = [];
    for (let at = 0; at < count; at += 1) {
      const slot = slots[at] ?? 0;
      const step = stepOf(this.estimate(slot));
      if (step > least) best.push(slot);
      else if (step === least) last.push(slot);
    }
    for (const slot of leastTies(last, most - above, this.ties)) best.push(slot);
    return best;
  }
}

/** The `most` slots with the least ties. */
function leastTies(slots: readonly number[], most: number, ties: readonly number[]): number[] {
  // Ties are spread evenly: a share of their space that surely holds enough is all that is sorted.
  const share = Math.ceil((TIE_SPACE * (2 * most + 100)) / slots.length);
  const near = slots.filter((slot) => (ties[slot] ?? 0) <= share);
  const from = near.length >= most ? near : slots;
  const sorted = Float64Array.from(from, (slot) => (ties[slot] ?? 0) * SLOT_SPACE + slot).sort();
  return Array.from(sorted.subarray(0, most), (packed) => packed % SLOT_SPACE);
}

/** A number that hangs on an id alone, for `Worths.best` (FNV-1a). */
export function tieOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % TIE_SPACE;
}
