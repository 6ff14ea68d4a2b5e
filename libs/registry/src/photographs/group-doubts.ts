import { groupDoubts } from '@athar/photo-titles';

/**
 * Why a stored group may be wrong: what titles leave in doubt, and that a later list took all its
 * photographs to another group while a legal hold let nothing be removed.
 */
export const storedGroupDoubts = [...groupDoubts, 'emptied-under-hold'] as const;
export type StoredGroupDoubt = (typeof storedGroupDoubts)[number];
