/**
 * A photograph as grouping knows it. There is no place for the photographer here: who took a
 * photograph says nothing about who is on it, and must not reach an entry.
 */
export interface Photograph {
  id: string;
  /** As a title tells it. */
  number: string;
  suffix?: string;
  branch?: string;
  /** EDTF. */
  date?: string;
  folder?: string;
  sequence?: number;
  /** Set by hand: photographs with the same label are one group, whatever their titles say. */
  label?: HandLabel;
}

export interface HandLabel {
  id: string;
  /**
   * `merged`: photographs that come later and fit by key and date join too. `split`: the group is
   * exactly the photographs that were chosen.
   */
  kind: 'merged' | 'split';
}

export interface GroupingRules {
  /** Photographs with the same key at most so many days apart are of one prisoner. 0 to 3650. */
  windowDays: number;
  /** Whether photographs of two folders are of two prisoners, even where all else is equal. */
  byFolder: boolean;
}

/** Why a group may be wrong. */
export const groupDoubts = [
  'no-branch',
  'no-date',
  'date-not-a-day',
  'brackets-in-branch',
  'between-groups-made-by-hand',
] as const;
export type GroupDoubt = (typeof groupDoubts)[number];

/** What makes photographs one prisoner's. */
export interface GroupKey {
  number: string;
  branch?: string;
  folder?: string;
}

/** Photographs taken to be of one prisoner, and why. */
export interface PhotographGroup {
  photographs: Photograph[];
  key: GroupKey;
  /** Set where the group was made by hand. */
  label?: HandLabel;
  firstDate?: string;
  lastDate?: string;
  /** Days to the neighbouring groups with the same key: what the window was held against. */
  gapBefore?: number;
  gapAfter?: number;
  /** Empty where the group is as certain as titles can make it. */
  doubts: GroupDoubt[];
}
