import type { Seal } from '@athar/persistence';
import { openDocument, type EntryRow } from '../entry-row.js';
import type { AwaitedReading } from './awaited.js';
import { openKept, type ReadingRow } from './reading-row.js';
import type { ReadingTask, WaitingEntry } from './reading-views.js';

/** @param row an entry that waits for a reading. */
export function waitingEntry(row: EntryRow): WaitingEntry {
  return {
    entryId: row.id,
    collection: { id: row.collection_id, title: row.collection_title, kind: row.collection_kind },
    awaits: row.awaits_reading as AwaitedReading,
  };
}

/**
 * What a reader is shown: neither names nor numbers but those of the photographs' titles, which no
 * reading brings; both readings only where they are to be settled.
 *
 * @throws SealBroken, KeyMissing
 */
export function readingTask(
  seal: Seal,
  row: EntryRow,
  readings: readonly ReadingRow[],
): ReadingTask {
  const { images, photoDates, branch, hospital, numbers } = openDocument(seal, row);
  const toSettle = row.awaits_reading === 'settling' ? readings : [];
  return {
    ...waitingEntry(row),
    images: images ?? [],
    photoDates: photoDates ?? [],
    branch: branch ?? null,
    hospital: hospital ?? null,
    titleNumbers: numbers.filter(({ readOn }) => readOn === 'title').map(({ value }) => value),
    readings: toSettle.map((reading) => ({
      which: reading.round === 1 ? 'first' : 'second',
      reading: openKept(seal, reading),
    })),
  };
}
