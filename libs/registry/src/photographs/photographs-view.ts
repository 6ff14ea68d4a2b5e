import type { PhotoTitle, SequenceReport } from '@athar/photo-titles';
import type { StoredGroupDoubt } from './group-doubts.js';
import type { GroupReason } from './group-row.js';

/** A photograph as a steward sees it. */
export interface PhotographView {
  id: string;
  /** Null where another organisation keeps it: titles tell the photographer. */
  title: string | null;
  folder: string | null;
  /** What the title says. */
  says: PhotoTitle;
  /** First name of the photographer: for stewards of the organisation that keeps the photographs. */
  photographer: string | null;
  /** Null where another organisation brought it in. */
  importId: string | null;
}

/** Photographs that are taken to be of one person, and why. */
export interface PhotographGroupView {
  id: string;
  entryId: string;
  /** Number, branch and folder that they share; dates; days to the neighbours with the same number. */
  why: GroupReason;
  doubts: StoredGroupDoubt[];
}

/** A group with its photographs. */
export interface EntryPhotographs extends PhotographGroupView {
  photographs: PhotographView[];
  /** Which are missing by their own count, and which come twice. */
  sequence: SequenceReport;
}

/** A split or merge by hand. */
export interface PhotographChangeView {
  id: string;
  kind: 'split' | 'merge';
  collectionId: string;
  entryId: string;
  /** The entry that a split founded, or that a merge took the photographs from. */
  otherEntryId: string | null;
  photographs: number;
  reason: string;
  /** Null where it was done in another organisation. */
  memberId: string | null;
  createdAt: string;
  undoneAt: string | null;
}

/** What there is of a collection's photographs. */
export interface PhotographCounts {
  photographs: number;
  groups: number;
  uncertainGroups: number;
  entries: number;
}

/** What an import of titles came to, beside its rows. */
export interface TitleImportCounts {
  photographs: number;
  groups: number;
  entriesAdded: number;
  entriesChanged: number;
  entriesUnchanged: number;
  /**
   * Entries that lost all their photographs to another and stay, in doubt: a pair with them was judged,
   * or they are under legal hold. Ids.
   */
  entriesKept: string[];
}
