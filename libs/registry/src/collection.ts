export const collectionKinds = [
  'photo_archive',
  'hospital_list',
  'court_register',
  'civil_records',
  'other',
] as const;
export type CollectionKind = (typeof collectionKinds)[number];

/** What the custodian of a source allows. */
export interface CollectionTerms {
  mayMatch: boolean;
  mayDisclose: boolean;
  /** ISO day; nothing of the collection is matched before it. */
  embargoUntil: string | null;
  legalHold: boolean;
}

/** A source of entries. */
export interface NewCollection extends Given<Partial<CollectionTerms>> {
  kind: CollectionKind;
  /** 1 to 200 characters. */
  title: string;
  /** EDTF interval that the source covers. */
  dateRange?: string | null | undefined;
  /** Who keeps the source; 1 to 200 characters. */
  custodian: string;
}

/** What may be changed of a collection; what is left out stays. */
export type CollectionChange = Given<Partial<Omit<NewCollection, 'kind'>>>;

/** Fields that may be left out or be undefined, which is the same. */
type Given<R> = { [K in keyof R]: R[K] | undefined };

export interface CollectionView extends CollectionTerms {
  id: string;
  kind: CollectionKind;
  title: string;
  dateRange: string | null;
  custodian: string;
  version: number;
  entries: number;
  createdAt: string;
  updatedAt: string;
}
