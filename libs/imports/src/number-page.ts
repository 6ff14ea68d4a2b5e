import { InvalidCursor, type PageRequest } from '@athar/persistence';

const shape = /^\d{1,9} \d{1,9}$/;

/** Where a page of a list sorted by two numbers begins, and how many rows it has. @throws InvalidCursor */
export function numbersPlaceOf(request: PageRequest): { after: [number, number]; limit: number } {
  const limit = Math.min(200, Math.max(1, Math.trunc(request.limit ?? 50)));
  if (request.cursor === undefined) return { after: [0, -1], limit };
  const text = Buffer.from(request.cursor, 'base64url').toString('utf8');
  if (!shape.test(text)) throw new InvalidCursor();
  const [first = 0, second = 0] = text.split(' ').map(Number);
  return { after: [first, second], limit };
}

/** Makes a page of rows of which one more than `limit` was asked for, so that the last page is known. */
export function numbersPageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  place: (row: Row) => [number, number],
  item: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  const nextCursor = more ? Buffer.from(place(last).join(' ')).toString('base64url') : null;
  return { items: shown.map(item), nextCursor };
}
