import type { Side } from './comparable-name.js';
import { agree, standApart } from './pair-value.js';
import { NAME_ROLES } from './types.js';
import type { WeighedToken } from './weighed-token.js';

/** What is looked at of two names that met, and what is said of it. */
export interface Order {
  readonly left: Side;
  readonly right: Side;
  readonly partner: Int32Array;
  readonly similarities: Float64Array;
  readonly columns: number;
  /** For each left token 1 where it agrees out of order; filled here. */
  readonly turned: Uint8Array;
}

/** Left and right places of the parts that agree, in the order of the left name; reused. */
const lefts = new Int32Array(64);
const rights = new Int32Array(64);

const KUNYA = 1 << NAME_ROLES.indexOf('kunya');
const FAMILY = 1 << NAME_ROLES.indexOf('family');

function isLine({ roles }: WeighedToken): boolean {
  return (roles & KUNYA) === 0;
}

function collect(meeting: Order): number {
  const { left, right, partner, similarities, columns } = meeting;
  let count = 0;
  for (let i = 0; i < left.tokens.length && count < lefts.length; i += 1) {
    const j = partner[i] ?? -1;
    const [own, other] = [left.tokens[i], right.tokens[j]];
    if (own === undefined || other === undefined || !isLine(own) || !isLine(other)) continue;
    if (!agree(similarities[i * columns + j] ?? 0)) continue;
    lefts[count] = i;
    rights[count] = j;
    count += 1;
  }
  return count;
}

function rises(from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) {
    if ((rights[at] ?? 0) < (rights[at - 1] ?? 0)) return false;
  }
  return true;
}

function isFamily(own: WeighedToken | undefined, other: WeighedToken | undefined): boolean {
  if (own === undefined || other === undefined) return false;
  return own.token.article || other.token.article || (own.roles & other.roles) === FAMILY;
}

/** True where a form says that the word is the family's name. */
function isStated(token: WeighedToken | undefined): boolean {
  return token?.roles === FAMILY;
}

/** True where the names differ only in that one of them has the family's name first. */
function familyFirst({ left, right }: Order, count: number): boolean {
  const first = isFamily(left.tokens[lefts[0] ?? 0], right.tokens[rights[0] ?? 0]);
  const last = isFamily(left.tokens[lefts[count - 1] ?? 0], right.tokens[rights[count - 1] ?? 0]);
  const firstIsLast = rises(1, count) && (rights[0] ?? 0) > (rights[count - 1] ?? 0);
  const lastIsFirst = rises(0, count - 1) && (rights[count - 1] ?? 0) < (rights[0] ?? 0);
  if (count === 2) return first || last;
  return firstIsLast || lastIsFirst;
}

/** True where the pair agrees in places that no reading of both names allows. */
function isApart({ left, right }: Order, pair: number): boolean {
  const [own, other] = [left.tokens[lefts[pair] ?? 0], right.tokens[rights[pair] ?? 0]];
  return own !== undefined && other !== undefined && standApart(own, other);
}

/** True where a reading of both names has the pair as the family's name, which has no place of its own. */
function mayBeFamily({ left, right }: Order, pair: number): boolean {
  const [own, other] = [left.tokens[lefts[pair] ?? 0], right.tokens[rights[pair] ?? 0]];
  return own !== undefined && other !== undefined && (own.roles & other.roles & FAMILY) !== 0;
}

/** True where two pairs would agree as well the other way round (محمد محمد): their order says nothing. */
function areAlike({ similarities, columns }: Order, a: number, b: number): boolean {
  const across = similarities[(lefts[a] ?? 0) * columns + (rights[b] ?? 0)] ?? 0;
  const back = similarities[(lefts[b] ?? 0) * columns + (rights[a] ?? 0)] ?? 0;
  return agree(across) && agree(back);
}

/**
 * Where three parts or more agree and one of the names has a family's name first that the other has last, all of them
 * stand in other places for one reason.
 * @returns the left place of that family's name; -1 where it is not so
 */
export function familyStandsFirst(meeting: Order): number {
  const count = collect(meeting);
  if (count < 3 || rises(0, count) || !familyFirst(meeting, count)) return -1;
  const pair = rises(1, count) ? 0 : count - 1;
  const [i, j] = [lefts[pair] ?? 0, rights[pair] ?? 0];
  const [own, other] = [meeting.left.tokens[i], meeting.right.tokens[j]];
  return isFamily(own, other) || isStated(own) || isStated(other) ? i : -1;
}

/**
 * Marks in `meeting.turned` the left tokens that agree with a right one in another place, and cross
 * another such pair: خالد محمود is not محمود خالد. A family name that stands first in one of the names,
 * or between the given name and بن, is no crossing.
 * @returns how many parts agree in all; 0 where none is marked
 */
export function findTurned(meeting: Order): number {
  meeting.turned.fill(0);
  const count = collect(meeting);
  if (rises(0, count) || familyFirst(meeting, count)) return 0;
  let marked = 0;
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 1; b < count; b += 1) {
      if ((rights[a] ?? 0) < (rights[b] ?? 0) || areAlike(meeting, a, b)) continue;
      // Two names of one line: that each may be the second given name (أحمد محمد) does not turn them.
      const ofLine = !mayBeFamily(meeting, a) && !mayBeFamily(meeting, b);
      for (const pair of [a, b]) {
        if (!ofLine && !isApart(meeting, pair)) continue;
        meeting.turned[lefts[pair] ?? 0] = 1;
        marked = count;
      }
    }
  }
  return marked;
}
