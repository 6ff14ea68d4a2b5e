import type { Seal } from '@athar/persistence';

/**
 * What a reader is called in entries, which all organisations of the house read: the same member is
 * always called the same, and nobody learns from it which member that is.
 *
 * @param seal the registry's.
 */
export function readerCode(seal: Seal, memberId: string): string {
  return `r-${seal.digest('reader', memberId).toString('hex').slice(0, 8)}`;
}
