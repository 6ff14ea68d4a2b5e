import type { Holder, HolderKind, Named, Place, PlaceLevel } from '../gazetteer.js';

/** How a place or holder stands in the gazetteer. */
export interface Kept {
  readonly version: number;
  readonly updatedAt: string;
}
export type PlaceView = Place & Kept;
export type HolderView = Holder & Kept;

interface NamedRow {
  code: string;
  name_ar: string;
  name_en: string;
  parent_code: string | null;
  spellings: string[];
  weak: string[];
  source: string;
  version: number;
  updated_at: Date;
}

/** A place as the database gives it. */
export interface PlaceRow extends NamedRow {
  level: PlaceLevel;
}

/** A holder as the database gives it. */
export interface HolderRow extends NamedRow {
  kind: HolderKind;
  number: string | null;
  place_code: string | null;
}

function namedOf(row: NamedRow): Named & Kept {
  return {
    code: row.code,
    nameAr: row.name_ar,
    nameEn: row.name_en,
    parent: row.parent_code,
    spellings: row.spellings,
    weak: row.weak,
    source: row.source,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

export function toPlaceView(row: PlaceRow): PlaceView {
  return { ...namedOf(row), level: row.level };
}

export function toHolderView(row: HolderRow): HolderView {
  return { ...namedOf(row), kind: row.kind, number: row.number, place: row.place_code };
}

/** Columns that both tables have, in the order of `namedValues`. */
const NAMED = ['code', 'name_ar', 'name_en', 'parent_code', 'spellings', 'weak', 'source'] as const;
export const PLACE_COLUMNS = [...NAMED, 'level'] as const;
export const HOLDER_COLUMNS = [...NAMED, 'kind', 'number', 'place_code'] as const;

function namedValues({ code, nameAr, nameEn, parent, spellings, weak, source }: Named): unknown[] {
  return [code, nameAr, nameEn, parent, [...spellings], [...weak], source];
}

/** Bound values in the order of `PLACE_COLUMNS`. */
export function placeValues(place: Place): unknown[] {
  return [...namedValues(place), place.level];
}

/** Bound values in the order of `HOLDER_COLUMNS`. */
export function holderValues(holder: Holder): unknown[] {
  return [...namedValues(holder), holder.kind, holder.number, holder.place];
}
