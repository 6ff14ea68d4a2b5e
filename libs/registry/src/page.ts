import { InvalidCursor, type Page, type PageRequest } from '@athar/persistence';
import { z } from 'zod';

/** The place after which a page begins: the sort values of the last row seen, as text. */
export type Place = readonly [string, string];

const place = z.tuple([z.string().max(64), z.string().max(64)]);

/** Reads a cursor. @throws InvalidCursor */
export function placeOf(cursor: string | undefined, shape: RegExp): Place | null {
  if (cursor === undefined) return null;
  try {
    const [first, second] = place.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
    if (shape.test(`${first} ${second}`)) return [first, second];
  } catch {
    throw new InvalidCursor();
  }
  throw new InvalidCursor();
}

/** How many rows a page has. */
export function limitOf(request: PageRequest): number {
  return Math.min(200, Math.max(1, Math.trunc(request.limit ?? 50)));
}

/**
 * Makes a page of rows that were asked for one more than `limit`, so that the last page is known.
 *
 * @param at the sort values of a row.
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  at: (row: Row) => Place,
  item: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: shown.map(item),
    nextCursor: more ? Buffer.from(JSON.stringify(at(last))).toString('base64url') : null,
  };
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Cursor of lists sorted by age: microseconds since 1970, and an id. */
export const byAge = new RegExp(`^\\d{1,16} ${uuid}$`);

/** SQL for a timestamp as a cursor holds it. */
export function cursorMoment(column: string): string {
  return `(extract(epoch FROM ${column}) * 1000000)::bigint::text`;
}

/** SQL for the timestamp of a cursor; NULL for none. @param parameter as `$1`. */
export function momentOf(parameter: string): string {
  return `(timestamptz 'epoch' + ${parameter}::bigint * interval '1 microsecond')`;
}
