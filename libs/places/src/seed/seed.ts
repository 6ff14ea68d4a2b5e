import type { Holder, HolderKind, Place } from '../gazetteer.js';
import holders from './holders.json' with { type: 'json' };
import neighbours from './neighbours.json' with { type: 'json' };
import places from './places.json' with { type: 'json' };

/** Source of what was written for Athar itself, from general knowledge. */
export const SEED_SOURCE = 'athar';

interface Row {
  readonly code: string;
  readonly ar: string;
  readonly en: string;
  readonly also?: readonly string[];
  readonly weak?: readonly string[];
}

interface HolderRow extends Row {
  readonly kind?: string;
  readonly parent?: string;
  readonly number?: string;
  readonly place?: string;
}

function namesOf({ code, ar, en, also = [], weak = [] }: Row) {
  return { code, nameAr: ar, nameEn: en, spellings: also, weak, source: SEED_SOURCE };
}

/** Letters of a governorate's P-code, with which those of its districts begin. */
const GOVERNORATE_CODE = 4;

/** The governorates and districts. */
export const seedPlaces: readonly Place[] = places.map((row: Row) => {
  const top = row.code.length === GOVERNORATE_CODE;
  const parent = top ? null : row.code.slice(0, GOVERNORATE_CODE);
  return { ...namesOf(row), level: top ? 'governorate' : 'district', parent };
});

/** A branch of a service has the service in its code. */
function parentOf({ code, kind, parent }: HolderRow): string | null {
  if (parent !== undefined) return parent;
  return kind === undefined ? (code.split('-')[0] ?? null) : null;
}

/** Services with their branches, prisons, hospitals, other forces. */
export const seedHolders: readonly Holder[] = holders.map((row: HolderRow) => ({
  ...namesOf(row),
  kind: (row.kind ?? 'branch') as HolderKind,
  number: row.number ?? null,
  place: row.place ?? null,
  parent: parentOf(row),
}));

/** Governorates that share a border, by P-code; symmetric. */
export const governorateNeighbours: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(neighbours),
);
