import { NAME_ROLES } from '@athar/arabic-names';

const ROLE_BITS = NAME_ROLES.length;
/** Lowest bits of a posting: the roles that the word may have in the record's name. */
export const ALL_ROLES = (1 << ROLE_BITS) - 1;

/** Above them the number of the name's parts, from 1 to this, which stands for more too. */
export const MANY_PARTS = 3;
const PARTS_AT = ROLE_BITS;
/** Above it the record's slot. */
export const SLOT_AT = PARTS_AT + 2;

/**
 * A record and the roles, bit by bit in the order of `NAME_ROLES`, in which it has something.
 * @param parts of the record's name
 */
export function postingOf(slot: number, roles = ALL_ROLES, parts = MANY_PARTS): number {
  const counted = Math.max(1, Math.min(MANY_PARTS, parts));
  return (slot << SLOT_AT) | (counted << PARTS_AT) | roles;
}

/** Parts of the record's name, `MANY_PARTS` at most. */
export function partsIn(posting: number): number {
  return (posting >>> PARTS_AT) & MANY_PARTS;
}
