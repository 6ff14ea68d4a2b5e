import type { CollectionKind } from './collection.js';
import type { EntryCategory, EntryDocument, EntryNames, EntryState } from './entry-document.js';
import type { AwaitedReading } from './readings/awaited.js';
import type { Provenance, SourceSummary } from './sources/source.js';
import type { StatedCause } from './stated-cause.js';

/** Why somebody reads entries: coded, since free text might hold a name. */
export const readReasons = [
  'transcription',
  'review',
  'quality_check',
  'authority_request',
] as const;
export type ReadReason = (typeof readReasons)[number];

export interface EntrySource {
  id: string;
  title: string;
  kind: CollectionKind;
}

/** An entry, opened. */
export interface EntryView {
  id: string;
  collection: EntrySource;
  category: EntryCategory;
  state: EntryState;
  version: number;
  revision: string;
  createdAt: string;
  updatedAt: string;
  /** Since when none of its sources is left; its document is the last that there was. */
  removedAt: string | null;
  /** Without a stated cause of death. */
  document: EntryDocument;
}

/** An entry as somebody reads it who asked for this one. */
export interface EntryReading extends EntryView {
  /** Apart from what is known of the person: it is no evidence. */
  statedCause: StatedCause | null;
  /** While a second reading is awaited, the document does not show the first. */
  awaitsReading: AwaitedReading | 'none';
  /** What it is made of, oldest first. */
  sources: SourceSummary[];
  /** Which sources gave each of its fields. */
  provenance: Provenance;
}

/** An entry in a list: its names, and how much there is beside them. */
export interface EntrySummary {
  id: string;
  collection: EntrySource;
  category: EntryCategory;
  state: EntryState;
  version: number;
  names: EntryNames;
  /** How many of given, father, grandfather, family and mother are filled. */
  namePartCount: number;
  numberCount: number;
  markCount: number;
}

/** An entry as the matcher needs it. */
export interface MatchableEntry {
  id: string;
  revision: bigint;
  /** False where the custodian does not allow it (or not yet), or the person was identified elsewhere. */
  matchable: boolean;
  /** Keyed digest (32 bytes) of the fields that matching looks at: equal where nothing material changed. */
  material: Buffer;
  document: EntryDocument;
  collection: EntrySource;
}
