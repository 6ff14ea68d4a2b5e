import { groupDoubts } from '@athar/photo-titles';

/**
 * Doubts of groups that no photograph is left in, and whose entries stay nevertheless: a later list took
 * all to another group while a legal hold let nothing be removed, or though a pair with the entry was
 * judged.
 */
export const emptiedDoubts = ['emptied-under-hold', 'emptied-though-judged'] as const;

/** Why a stored group may be wrong: what titles leave in doubt, and that it was emptied. */
export const storedGroupDoubts = [...groupDoubts, ...emptiedDoubts] as const;
export type StoredGroupDoubt = (typeof storedGroupDoubts)[number];
