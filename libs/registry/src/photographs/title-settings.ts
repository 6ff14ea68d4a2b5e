import type { Place, Seal } from '@athar/persistence';
import { ARCHIVE_MAXIMUM_A_DAY } from '@athar/photo-titles';

/** How the titles of a collection's photographs are read and grouped, as a steward writes it. */
export interface TitleSettingsChange {
  /** Tried in their order; 1 to 20. */
  patterns: readonly string[];
  /** Whether photographs in two folders are of two people even where all else is equal. */
  byFolder?: boolean | undefined;
  /** The branch of photographs whose titles tell none. */
  assumedBranch?: string | null | undefined;
  /** More photographs on one day than this are flagged; 177 unless told. */
  mostADay?: number | undefined;
}

export interface TitleSettingsView {
  collectionId: string;
  patterns: readonly string[];
  byFolder: boolean;
  assumedBranch: string | null;
  mostADay: number;
  /** The collection's own: photographs of one number no more days apart are of one person. */
  windowDays: number;
  /** 1 while nobody has written any. */
  version: number;
  updatedAt: string | null;
}

/** What titles are read and grouped by. */
export type ReadingSettings = Pick<
  TitleSettingsView,
  'patterns' | 'byFolder' | 'assumedBranch' | 'windowDays'
>;

/** Settings as the database gives them, joined to their collection. */
export interface TitleSettingsRow {
  collection_id: string;
  number_window_days: number;
  /** Sealed with the registry's key. */
  patterns: Buffer | null;
  by_folder: boolean | null;
  assumed_branch: string | null;
  most_a_day: number | null;
  version: number | null;
  updated_at: Date | null;
}

/** Where a collection's patterns are sealed: their words may be names. */
export function patternsPlace(collectionId: string): Place {
  return { table: 'title_settings', column: 'patterns', row: collectionId };
}

/** @throws SealBroken, KeyMissing */
export function toSettingsView(seal: Seal, row: TitleSettingsRow): TitleSettingsView {
  return {
    collectionId: row.collection_id,
    patterns: row.patterns
      ? seal.openJson<string[]>(patternsPlace(row.collection_id), row.patterns)
      : [],
    byFolder: row.by_folder ?? false,
    assumedBranch: row.assumed_branch,
    mostADay: row.most_a_day ?? ARCHIVE_MAXIMUM_A_DAY,
    windowDays: row.number_window_days,
    version: 1 + (row.version ?? 0),
    updatedAt: row.updated_at?.toISOString() ?? null,
  };
}
