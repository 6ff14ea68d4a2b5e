import type { CollectionTerms } from './terms/collection-terms.js';
import type { HeldReason } from './terms/held.js';
import type { HoldLiftReason } from './terms/legal-hold.js';

export const collectionKinds = [
  'photo_archive',
  'hospital_list',
  'court_register',
  'civil_records',
  'other',
] as const;
export type CollectionKind = (typeof collectionKinds)[number];

/** A source of entries. */
export interface NewCollection extends Given<Partial<CollectionTerms>> {
  kind: CollectionKind;
  /** 1 to 200 characters. */
  title: string;
  /** EDTF interval that the source covers. */
  dateRange?: string | null | undefined;
  /** Who keeps the source; 1 to 200 characters. */
  custodian: string;
  /** Most days between photographs of one person with one number, 0 to 366; 7 where it is left out. */
  numberWindowDays?: number | undefined;
}

/** One that is made for a file: `other` where nobody has told what the source is. */
export type NewCollectionOfFile = Omit<NewCollection, 'kind'> &
  Partial<Pick<NewCollection, 'kind'>>;

/** What may be changed of a collection; what is left out stays. */
export interface CollectionChange extends Given<Partial<Omit<NewCollection, 'kind'>>> {
  /** Needed where the change lifts a legal hold. */
  holdLiftedBecause?: HoldLiftReason | undefined;
}

/** Fields that may be left out or be undefined, which is the same. */
type Given<R> = { [K in keyof R]: R[K] | undefined };

export interface CollectionView extends CollectionTerms {
  id: string;
  kind: CollectionKind;
  title: string;
  dateRange: string | null;
  custodian: string;
  numberWindowDays: number;
  /** True where the reader's organisation keeps it: only they change it and bring files in. */
  own: boolean;
  /** Why its entries are held back today. */
  heldBecause: HeldReason | null;
  version: number;
  entries: number;
  createdAt: string;
  updatedAt: string;
}
