import { NAME_ROLES } from '@athar/arabic-names';
import type { Gathered } from './gathered.js';
import { ALL_ROLES, MANY_PARTS, partsIn, SLOT_AT } from './posting.js';
import { Steps } from './steps.js';
import { leastTies } from './ties.js';
import { MOST_COUNTED, PART_BITS, unlikePartsOf } from './unlike-parts.js';

/** Lowest bits of a cell: number of the feature that it was last weighed for. */
const FEATURE_BITS = 5;
const FEATURES = (1 << FEATURE_BITS) - 1;
/** Above them a bit for each part of the query's name that agreed, and above these what all was worth. */
const MOST_PARTS = (1 << PART_BITS) - 1;
const WORTH_BITS = FEATURE_BITS + PART_BITS;

const FAMILY = 1 << NAME_ROLES.indexOf('family');
const FOREFATHERS = (1 << NAME_ROLES.indexOf('father')) | (1 << NAME_ROLES.indexOf('grandfather'));

/** What it costs a part that it agrees in a place that no reading of both names allows. */
const MOVED = 450;

/** What a feature is worth, in bits: as the name of a person, as that of a family, and where it may be either. */
export interface Worth {
  readonly person: number;
  readonly family: number;
  readonly either: number;
}

/** What a cell rises by, by the roles that both have: of a person, a family alone, either of them, or none. */
interface Rises extends Worth {
  readonly moved: number;
}

/** What of a query is weighed. */
export interface Feature {
  readonly worth: Worth;
  /** Roles that it may have, bit by bit: one that a record has in none of them is worth less. */
  readonly roles: number;
  /** Its place among the parts of the query's name; -1 where it is none. */
  readonly part: number;
  /**
   * Where many share something rarer, it brings in of itself only records whose names have no more parts than this:
   * to the others many stand nearer.
   */
  readonly mostParts: number;
}

/** So many records that share something rarer make a part of a name common. */
const ENOUGH = 1000;
/** Of so many for each that is wanted it is looked at what is known beside the names. */
const AMONG = 12;
/** Slots of which room is made at first. */
const FIRST_ROOM = 64;

function bitOf(part: number): number {
  return part < 0 || part >= PART_BITS ? 0 : 1 << (FEATURE_BITS + part);
}

/** @param share in hundredths of a full agreement */
function risesOf({ worth, part }: Feature, share: number): Rises {
  const bit = bitOf(part);
  const person = Math.round(worth.person * share);
  return {
    person: (person << WORTH_BITS) + bit,
    family: (Math.round(worth.family * share) << WORTH_BITS) + bit,
    either: (Math.round(worth.either * share) << WORTH_BITS) + bit,
    moved: (Math.max(0, person - MOVED) << WORTH_BITS) + bit,
  };
}

/** @param both roles that the feature and the record's word both may have */
function riseOf(both: number, { person, family, either, moved }: Rises): number {
  if (both === 0) return moved;
  if (both === FAMILY) return family;
  return (both & FAMILY) === 0 || (both & FOREFATHERS) === 0 ? person : either;
}

/**
 * What records are worth to one query after another: sums in whole hundredths of a bit by slot, kept in
 * arrays that are used again.
 */
export class Worths {
  private cells = new Int32Array(FIRST_ROOM);
  /** The slots that are worth something, and the parts of each one's name. */
  private slots = new Int32Array(FIRST_ROOM);
  private counted = new Uint8Array(FIRST_ROOM);
  count = 0;
  /** Of those the ones that are likeliest by their names, and what they seem to come to with what else is known. */
  private likely = new Int32Array(FIRST_ROOM);
  private estimates = new Int32Array(FIRST_ROOM);
  private feature = 0;
  private unlike = unlikePartsOf([]);
  private readonly steps = new Steps();
  /** By slot: parts of the record's name, and a number below `TIE_SPACE` that hangs on the record alone. */
  private partsOf = new Uint8Array(FIRST_ROOM);
  private ties = new Int32Array(FIRST_ROOM);

  /** Takes in a record. */
  put(slot: number, parts: number, tie: number): void {
    this.makeRoom(slot);
    this.partsOf[slot] = Math.min(MOST_COUNTED, parts);
    this.ties[slot] = tie;
  }

  private makeRoom(slot: number): void {
    const room = this.cells.length;
    if (slot < room) return;
    const more = Math.max(slot + 1, 2 * room);
    // Between queries nothing that a cell says matters.
    this.cells = new Int32Array(more);
    this.slots = new Int32Array(more);
    this.counted = new Uint8Array(more);
    this.likely = new Int32Array(more);
    this.estimates = new Int32Array(more);
    this.count = 0;
    const { partsOf, ties } = this;
    this.partsOf = new Uint8Array(more);
    this.partsOf.set(partsOf);
    this.ties = new Int32Array(more);
    this.ties.set(ties);
  }

  /**
   * Begins a query.
   * @param parts of each part of the query's name the roles that it may have, bit by bit
   */
  begin(parts: readonly number[]): void {
    this.unlike = unlikePartsOf(parts);
    for (let at = 0; at < this.count; at += 1) this.cells[this.slots[at] ?? 0] = 0;
    this.count = 0;
    this.feature = 0;
  }

  /**
   * Begins the next feature of the query.
   * @returns false where there is room for no more
   */
  nextFeature(): boolean {
    this.feature += 1;
    return this.feature <= FEATURES;
  }

  /** Adds what a feature is worth to records that nothing was added to for it. */
  add({ postings, ends, shares }: Gathered, feature: Feature): void {
    const most = this.count < ENOUGH ? MANY_PARTS : feature.mostParts;
    let from = 0;
    for (let run = 0; run < ends.length; run += 1) {
      const to = ends[run] ?? from;
      const rises = risesOf(feature, shares[run] ?? 0);
      this.addRun(postings, from, to, feature.roles, rises, most);
      from = to;
    }
  }

  private addRun(
    postings: Int32Array,
    from: number,
    to: number,
    roles: number,
    rises: Rises,
    mostParts: number,
  ): void {
    const { cells, slots, counted, feature, partsOf } = this;
    let { count } = this;
    for (let at = from; at < to; at += 1) {
      const posting = postings[at] ?? 0;
      const slot = posting >>> SLOT_AT;
      const cell = cells[slot] ?? 0;
      // Of a common part most postings end here: it comes first.
      if (cell === 0 && partsIn(posting) > mostParts) continue;
      const last = cell & FEATURES;
      if (last === feature) continue;
      const rise = riseOf(posting & roles & ALL_ROLES, rises);
      if (cell === 0) {
        if (rise >> WORTH_BITS === 0) continue;
        counted[count] = partsOf[slot] ?? 0;
        slots[count++] = slot;
      }
      cells[slot] = cell - last + feature + rise;
    }
    this.count = count;
  }

  private sortIntoSteps(): void {
    const { slots, counted, steps, count } = this;
    steps.begin(count);
    for (let at = 0; at < count; at += 1) {
      steps.put(at, this.estimateOf(slots[at] ?? 0, counted[at] ?? 0));
    }
  }

  /**
   * About what the comparison of the query with a record comes to, in hundredths of a bit: what it was found worth,
   * less what it costs that parts of both names are unlike.
   */
  estimate(slot: number): number {
    return this.estimateOf(slot, this.partsOf[slot] ?? 0);
  }

  private estimateOf(slot: number, counted: number): number {
    const cell = this.cells[slot] ?? 0;
    return (cell >> WORTH_BITS) + this.unlike.cost((cell >> FEATURE_BITS) & MOST_PARTS, counted);
  }

  /** A number that hangs on the record in a slot alone. */
  tie(slot: number): number {
    return this.ties[slot] ?? 0;
  }

  /**
   * The slots of the `most` highest estimates, in no order; of those with about the same as the last the ones with the
   * least ties.
   * @param more what is known of a slot beside the names, in hundredths of a bit: looked at for those alone that are
   *   among some `AMONG` times as many by their names
   */
  best(most: number, more: (slot: number) => number): number[] {
    const { slots, counted, count, steps } = this;
    if (count <= most) return Array.from(slots.subarray(0, count));
    this.sortIntoSteps();
    const { step: leastByName } = steps.leastOfBest(AMONG * most);
    let likely = 0;
    for (let at = 0; at < count; at += 1) {
      if (steps.at(at) < leastByName) continue;
      const slot = slots[at] ?? 0;
      this.likely[likely] = slot;
      this.estimates[likely++] = this.estimateOf(slot, counted[at] ?? 0) + more(slot);
    }
    return this.bestOfLikely(likely, most);
  }

  private bestOfLikely(count: number, most: number): number[] {
    const { likely, estimates, steps } = this;
    steps.begin(count);
    for (let at = 0; at < count; at += 1) steps.put(at, estimates[at] ?? 0);
    const { step: least, above } = steps.leastOfBest(most);
    const best: number[] = [];
    const last: number[] = [];
    for (let at = 0; at < count; at += 1) {
      const step = steps.at(at);
      if (step > least) best.push(likely[at] ?? 0);
      else if (step === least) last.push(likely[at] ?? 0);
    }
    for (const slot of leastTies(last, most - above, this.ties)) best.push(slot);
    return best;
  }
}
