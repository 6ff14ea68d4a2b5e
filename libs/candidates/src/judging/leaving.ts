import type { LeavingReason } from '../words.js';

/** That and why matching took a pair out of the queue. It was not judged, so it is not rejected. */
export interface Leaving {
  leftAt: string | null;
  /** Null where it left before reasons were kept. */
  leftBecause: LeavingReason | null;
}

export function leavingOf(row: {
  left_at: Date | null;
  left_because: LeavingReason | null;
}): Leaving {
  return { leftAt: row.left_at?.toISOString() ?? null, leftBecause: row.left_because };
}
