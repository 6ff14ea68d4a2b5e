import { NAME_ROLES, type NameRole } from '@athar/arabic-names';
import { Remembered } from './remembered.js';

/** Parts of a query's name that are looked at: a bit for each says whether it agreed. */
export const PART_BITS = 8;
/** Parts of a record's name that are told apart in number. */
export const MOST_COUNTED = 7;

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
/** The order in which parts are written rather than left out. */
const SELDOM_LEFT_OUT: readonly NameRole[] = ['given', 'family', 'father', 'grandfather'];

/** Index in `NAME_ROLES` of the first role of a set given as bits. */
function firstRole(roles: number): number {
  return 31 - Math.clz32(roles & -roles);
}

/** What the parts of a query's name cost that a record has nothing like. */
export class UnlikeParts {
  /** By which parts agreed, bit by bit, and by the number of the record's parts; never positive. */
  private readonly costs: Int32Array;

  /** @param asked roles of the query's parts, bit by bit */
  constructor(asked: readonly number[]) {
    this.costs = new Int32Array((1 << asked.length) * (MOST_COUNTED + 1));
    const order = asked
      .map((roles, at) => ({ bit: 1 << at, role: NAME_ROLES[firstRole(roles)] ?? 'family' }))
      .sort((a, b) => SELDOM_LEFT_OUT.indexOf(a.role) - SELDOM_LEFT_OUT.indexOf(b.role));
    for (let agreed = 0; agreed < 1 << asked.length; agreed += 1) {
      const missed = order.filter(({ bit }) => (agreed & bit) === 0);
      const matched = asked.length - missed.length;
      for (let counted = 0; counted <= MOST_COUNTED; counted += 1) {
        const unlike = missed.slice(0, Math.max(0, Math.min(asked.length, counted) - matched));
        const cost = unlike.reduce((sum, { role }) => sum + UNLIKE[role], 0);
        this.costs[agreed * (MOST_COUNTED + 1) + counted] = cost;
      }
    }
  }

  /**
   * @param agreed a bit for each of the query's parts
   * @param counted parts of the record's name, `MOST_COUNTED` at most
   */
  cost(agreed: number, counted: number): number {
    return this.costs[agreed * (MOST_COUNTED + 1) + counted] ?? 0;
  }
}

/** By the roles of the parts: names are of few shapes. */
const known = new Remembered<UnlikeParts>(2000);

/** @param parts of each part of the query's name the roles that it may have, bit by bit */
export function unlikePartsOf(parts: readonly number[]): UnlikeParts {
  const asked = parts.slice(0, PART_BITS);
  return known.of(asked.join(), () => new UnlikeParts(asked));
}
