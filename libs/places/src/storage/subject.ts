import type { Holder, Named, Place } from '../gazetteer.js';
import { HolderNotFound, PlaceNotFound } from '../errors.js';
import {
  HOLDER_COLUMNS,
  PLACE_COLUMNS,
  holderValues,
  placeValues,
  toHolderView,
  toPlaceView,
  type HolderRow,
  type HolderView,
  type Kept,
  type PlaceRow,
  type PlaceView,
} from './rows.js';

/** What is kept in one of the two tables, and how. */
export interface Subject<Thing extends Named, View extends Thing & Kept, Row> {
  readonly name: 'place' | 'holder';
  readonly table: 'places' | 'holders';
  readonly columns: readonly string[];
  /** Bound values in the order of `columns`, the code first. */
  readonly values: (thing: Thing) => unknown[];
  readonly view: (row: Row) => View;
  readonly notFound: () => Error;
}

export const PLACES: Subject<Place, PlaceView, PlaceRow> = {
  name: 'place',
  table: 'places',
  columns: PLACE_COLUMNS,
  values: placeValues,
  view: toPlaceView,
  notFound: () => new PlaceNotFound(),
};

export const HOLDERS: Subject<Holder, HolderView, HolderRow> = {
  name: 'holder',
  table: 'holders',
  columns: HOLDER_COLUMNS,
  values: holderValues,
  view: toHolderView,
  notFound: () => new HolderNotFound(),
};

/** A thing as a row, by column. */
export function rowOf<Thing extends Named, View extends Thing & Kept, Row>(
  { columns, values }: Subject<Thing, View, Row>,
  thing: Thing,
): Record<string, unknown> {
  const bound = values(thing);
  return Object.fromEntries(columns.map((column, at) => [column, bound[at]]));
}
