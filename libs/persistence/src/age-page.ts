import { CodedError } from '@athar/diagnostics';

/** A slice of a list. `nextCursor` is null at its end. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

export interface PageRequest {
  /** The `nextCursor` of the page before; left out: the first page. */
  cursor?: string | undefined;
  /** 1 to 200, 50 where left out. */
  limit?: number | undefined;
}

/** The sort values of the last row seen: a timestamp as PostgreSQL writes it, and an id. */
export interface AgePlace {
  at: string;
  id: string;
}

/** A page's cursor was not made by us. */
export class InvalidCursor extends CodedError {
  readonly code = 'invalid-cursor';
  readonly kind = 'invalid';

  constructor() {
    super('The cursor is not one that this list gave. Begin again without a cursor.');
  }
}

const wellFormed =
  /^([1-9]\d{3}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,6})?([+-](?:0\d|1[0-5])(?::[0-5]\d){0,2}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where the asked page of a list sorted by age begins, and how many rows it has. @throws InvalidCursor */
export function agePlaceOf(request: PageRequest): { after: AgePlace | undefined; limit: number } {
  const limit = Math.min(200, Math.max(1, Math.trunc(request.limit ?? 50)));
  if (request.cursor === undefined) return { after: undefined, limit };
  return { after: placeOf(Buffer.from(request.cursor, 'base64url').toString('utf8')), limit };
}

/** PostgreSQL fails on a day that the calendar lacks, so a made-up one must not reach it. */
function placeOf(text: string): AgePlace {
  const [, day, time, fraction = '', offset, id] = wellFormed.exec(text) ?? [];
  const moment = new Date(`${day}T${time}Z`);
  const exists =
    !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(`${day}T${time}`);
  if (!exists || id === undefined) throw new InvalidCursor();
  return { at: `${day} ${time}${fraction}${offset}`, id };
}

/**
 * Makes a page of rows of which one more than `limit` was asked for, so that the last page is known.
 *
 * @param place the sort values of a row.
 */
export function agePageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  place: (row: Row) => AgePlace,
  item: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: shown.map(item), nextCursor: more ? cursorOf(place(last)) : null };
}

function cursorOf({ at, id }: AgePlace): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}
