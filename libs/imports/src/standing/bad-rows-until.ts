import type { ImportState } from '../import-view.js';

/**
 * How long bad rows are kept after the end of their import: long enough to mend a list with those who
 * wrote it, and no longer, since they hold names that nobody has brought in.
 */
export const badRowsDaysKept = 30;

/** Of an import, what its bad rows' end hangs on. */
interface Ended {
  state: ImportState;
  error_count: number;
  finished_at: Date | null;
}

/** Until when the bad rows of an import can be had; null while it goes on, and where there are none. */
export function badRowsUntil({ state, error_count: bad, finished_at: ended }: Ended): Date | null {
  if (ended === null || state === 'undone' || bad === 0) return null;
  return new Date(ended.getTime() + badRowsDaysKept * 24 * 3600 * 1000);
}
