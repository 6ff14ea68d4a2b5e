import { NAME_ROLES, type NameRole } from '@athar/arabic-names';
import type { Gathered } from './gathered.js';
import { Remembered } from './remembered.js';
import { TIE_SPACE } from './ties.js';

/** Lowest bits of a cell: number of the feature that it was last weighed for. */
const FEATURE_BITS = 5;
const FEATURES = (1 << FEATURE_BITS) - 1;
/** Above them a bit for each part of the query's name that agreed, and above these what all was worth. */
const PART_BITS = 8;
const MOST_PARTS = (1 << PART_BITS) - 1;
const WORTH_BITS = FEATURE_BITS + PART_BITS;

/** Lowest bits of a posting: the roles that the word may have in the record's name; above them the record's slot. */
const ROLE_BITS = NAME_ROLES.length;
const ALL_ROLES = (1 << ROLE_BITS) - 1;
const FAMILY = 1 << NAME_ROLES.indexOf('family');
const FOREFATHERS = (1 << NAME_ROLES.indexOf('father')) | (1 << NAME_ROLES.indexOf('grandfather'));

/** A record and the roles, bit by bit in the order of `NAME_ROLES`, in which it has something. */
export function postingOf(slot: number, roles = ALL_ROLES): number {
  return (slot << ROLE_BITS) | roles;
}

/** Estimates are sorted into steps of 2 to this power hundredths of a bit, from the least up to so many steps. */
const STEP_BITS = 4;
const STEPS = 1024;
const LEAST = -2048;

/** So many records that share something rarer make a part of a name common. */
const ENOUGH = 1000;

/**
 * A part of a name that has another beside it, and none like it: hundredths of a bit. Less than what it says against
 * one person when they are compared, since a like one may have been missed.
 */
const UNLIKE: Readonly<Record<NameRole, number>> = {
  given: -450,
  father: -420,
  grandfather: -300,
  family: -300,
  kunya: 0,
};
/** What it costs a part that it agrees in a place that no reading of both names allows. */
const MOVED = 450;
/** The order in which parts are written rather than left out. */
const SELDOM_LEFT_OUT: readonly NameRole[] = ['given', 'family', 'father', 'grandfather'];

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

/** Slots are below it: a tie and a slot fit side by side into an exact number. */
const SLOT_SPACE = 2 ** 25;

/** Parts of a record's name that are told apart in number. */
const MOST_COUNTED = 7;
/** Slots of which room is made at first. */
const FIRST_ROOM = 64;

/** Index in `NAME_ROLES` of the first role of a set given as bits. */
function firstRole(roles: number): number {
  return 31 - Math.clz32(roles & -roles);
}

/** @param estimate a whole number */
function stepOf(estimate: number): number {
  const step = (estimate - LEAST) >> STEP_BITS;
  if (step < 0) return 0;
  return step < STEPS ? step : STEPS - 1;
}

/**
 * What the parts of a query's name cost that a record has nothing like, by which agreed, bit by bit, and by the record's
 * parts.
 * @param asked roles of the query's parts, bit by bit
 */
function unlikesOf(asked: readonly number[]): Int32Array {
  const costs = new Int32Array((1 << asked.length) * (MOST_COUNTED + 1));
  const order = asked
    .map((roles, at) => ({ bit: 1 << at, role: NAME_ROLES[firstRole(roles)] ?? 'family' }))
    .sort((a, b) => SELDOM_LEFT_OUT.indexOf(a.role) - SELDOM_LEFT_OUT.indexOf(b.role));
  for (let agreed = 0; agreed < 1 << asked.length; agreed += 1) {
    const missed = order.filter(({ bit }) => (agreed & bit) === 0);
    const matched = asked.length - missed.length;
    for (let counted = 0; counted <= MOST_COUNTED; counted += 1) {
      const unlike = missed.slice(0, Math.max(0, Math.min(asked.length, counted) - matched));
      const cost = unlike.reduce((sum, { role }) => sum + UNLIKE[role], 0);
      costs[agreed * (MOST_COUNTED + 1) + counted] = cost;
    }
  }
  return costs;
}

/** By the roles of the parts: names are of few shapes. */
const unlikes = new Remembered<Int32Array>(2000);

function unlikesFor(parts: readonly number[]): Int32Array {
  const asked = parts.slice(0, PART_BITS);
  return unlikes.of(asked.join(), () => unlikesOf(asked));
}

/**
 * What records are worth to one query after another: sums in whole hundredths of a bit by slot, kept in
 * arrays that are used again.
 */
export class Worths {
  private cells = new Int32Array(FIRST_ROOM);
  /** The slots that are worth something. */
  private slots = new Int32Array(FIRST_ROOM);
  count = 0;
  private feature = 0;
  private unlikes = unlikesFor([]);
  /** Parts of a record's name beyond which the feature alone does not bring it in. */
  private mostParts = MOST_COUNTED;
  private readonly counts = new Int32Array(STEPS);
  /** By place in `slots`: the step of its estimate. */
  private steps = new Int16Array(FIRST_ROOM);
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
    this.steps = new Int16Array(more);
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
    this.unlikes = unlikesFor(parts);
    for (let at = 0; at < this.count; at += 1) this.cells[this.slots[at] ?? 0] = 0;
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
    this.mostParts = common && this.count >= ENOUGH ? 1 : MOST_COUNTED;
    return this.feature <= FEATURES;
  }

  /**
   * Adds what the feature is worth to records that nothing was added to for it.
   * @param roles that the feature may have, bit by bit: one that a record has in none of them is worth less
   * @param part place of the feature among the parts of the query's name; -1 where it is none
   */
  add({ postings, ends, shares }: Gathered, worth: Worth, roles = ALL_ROLES, part = -1): void {
    const bit = part < 0 || part >= PART_BITS ? 0 : 1 << (FEATURE_BITS + part);
    let from = 0;
    for (let run = 0; run < ends.length; run += 1) {
      const share = shares[run] ?? 0;
      const person = Math.round(worth.person * share);
      const rises = {
        person: (person << WORTH_BITS) + bit,
        family: (Math.round(worth.family * share) << WORTH_BITS) + bit,
        either: (Math.round(worth.either * share) << WORTH_BITS) + bit,
        moved: (Math.max(0, person - MOVED) << WORTH_BITS) + bit,
      };
      const to = ends[run] ?? from;
      this.addRun(postings, from, to, roles, rises);
      from = to;
    }
  }

  private addRun(
    postings: Int32Array,
    from: number,
    to: number,
    roles: number,
    { person, family, either, moved }: Rises,
  ): void {
    const { cells, slots, feature, partsOf, mostParts } = this;
    const onlyShort = mostParts < MOST_COUNTED;
    let { count } = this;
    for (let at = from; at < to; at += 1) {
      const posting = postings[at] ?? 0;
      const slot = posting >>> ROLE_BITS;
      const cell = cells[slot] ?? 0;
      // Of a common part most postings end here: it comes first.
      if (cell === 0 && onlyShort && (partsOf[slot] ?? 0) > mostParts) continue;
      const last = cell & FEATURES;
      if (last === feature) continue;
      const both = posting & roles & ALL_ROLES;
      const named = (both & FAMILY) === 0 || (both & FOREFATHERS) === 0 ? person : either;
      const rise = both === 0 ? moved : both === FAMILY ? family : named;
      if (cell === 0) {
        if (rise >> WORTH_BITS === 0) continue;
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
    const agreed = (cell >> FEATURE_BITS) & MOST_PARTS;
    const unlike = this.unlikes[agreed * (MOST_COUNTED + 1) + (this.partsOf[slot] ?? 0)] ?? 0;
    return (cell >> WORTH_BITS) + unlike;
  }

  /** A number that hangs on the record in a slot alone. */
  tie(slot: number): number {
    return this.ties[slot] ?? 0;
  }

  /**
   * The slots of the `most` highest estimates, in no order; of those with about the same as the last the ones with the
   * least ties.
   */
  best(most: number): number[] {
    const { counts, slots, count, steps } = this;
    if (count <= most) return Array.from(slots.subarray(0, count));
    counts.fill(0);
    for (let at = 0; at < count; at += 1) {
      const step = stepOf(this.estimate(slots[at] ?? 0));
      steps[at] = step;
      counts[step] = (counts[step] ?? 0) + 1;
    }
    let least = STEPS - 1;
    let above = 0;
    while (least > 0 && above + (counts[least] ?? 0) <= most) above += counts[least--] ?? 0;
    const best: number[] = [];
    const last: number[] = [];
    for (let at = 0; at < count; at += 1) {
      const step = steps[at] ?? 0;
      if (step > least) best.push(slots[at] ?? 0);
      else if (step === least) last.push(slots[at] ?? 0);
    }
    for (const slot of leastTies(last, most - above, this.ties)) best.push(slot);
    return best;
  }
}

/** The `most` slots with the least ties. */
function leastTies(slots: readonly number[], most: number, ties: Int32Array): number[] {
  // Ties are spread evenly: a share of their space that surely holds enough is all that is sorted.
  const share = Math.ceil((TIE_SPACE * (2 * most + 100)) / slots.length);
  const near = slots.filter((slot) => (ties[slot] ?? 0) <= share);
  const from = near.length >= most ? near : slots;
  const sorted = Float64Array.from(from, (slot) => (ties[slot] ?? 0) * SLOT_SPACE + slot).sort();
  return Array.from(sorted.subarray(0, most), (packed) => packed % SLOT_SPACE);
}
