import type { EntrySource } from '../entry-view.js';
import type { AwaitedReading } from './awaited.js';
import type { KeptReading } from './reading.js';

/** An entry that waits for a reading, in a list: nothing that was read is in it. */
export interface WaitingEntry {
  entryId: string;
  collection: EntrySource;
  awaits: AwaitedReading;
}

/** What a reader needs to find the photographs; of what was read only what is to be settled. */
export interface ReadingTask extends WaitingEntry {
  /** Opaque references. */
  images: string[];
  photoDates: string[];
  branch: string | null;
  hospital: string | null;
  /** Numbers of the photographs' titles. */
  titleNumbers: string[];
  /** The two readings that differ, where they are to be settled; by whom is not told. */
  readings: { which: 'first' | 'second'; reading: KeptReading }[];
}

/** A reading of an entry as stewards see it. */
export interface ReadingView {
  id: string;
  /** 1 and 2 without knowing of each other; 3 settles. */
  round: number;
  /** What the reader is called in entries. */
  reader: string;
  /** Null for a member of another organisation. */
  memberId: string | null;
  readAt: string;
  reading: KeptReading;
}

/** How far the reading of an entry is. */
export interface EntryReadingsView {
  entryId: string;
  awaits: AwaitedReading | 'none';
  /** All of them once nothing is awaited; before that the reader's own. */
  readings: ReadingView[];
}
