export const placeLevels = ['governorate', 'district', 'subdistrict', 'locality'] as const;
/** Levels of the country's division, widest first; a locality is a town, village or quarter. */
export type PlaceLevel = (typeof placeLevels)[number];

export const holderKinds = [
  'service',
  'branch',
  'prison',
  'hospital',
  'force',
  'civil_police',
  'other',
] as const;
/** What a holder is: a service is what its branches belong to, a force is none of the state's. */
export type HolderKind = (typeof holderKinds)[number];

/** What places and holders have alike: they are found by their names. */
export interface Named {
  /** Of a place its P-code (`SY04`, `SY0401`), of a holder a word of our own (`mi-235`). */
  readonly code: string;
  readonly nameAr: string;
  readonly nameEn: string;
  /** Code of what it belongs to, of the same kind; null at the top. */
  readonly parent: string | null;
  /** Other usual spellings and names, in either script. */
  readonly spellings: readonly string[];
  /** Spellings, the names among them too, that are also everyday words or names of people. */
  readonly weak: readonly string[];
  /** Who says so, with the licence where it is not ours. */
  readonly source: string;
}

export interface Place extends Named {
  readonly level: PlaceLevel;
}

/** Who held or recorded people: services, branches, prisons, hospitals, other forces. */
export interface Holder extends Named {
  readonly kind: HolderKind;
  /** The number it is called by (`235`), or null. */
  readonly number: string | null;
  /** P-code of the place where it stands, where that is known. */
  readonly place: string | null;
}
