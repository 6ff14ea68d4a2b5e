import { createHash } from 'node:crypto';
import type { Actor } from '@athar/access';
import { InvalidCursor, type Page } from '@athar/persistence';

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Which part of a list is wanted. */
export interface PageAsked {
  /** The `nextCursor` of the page before; left out: the first page. */
  cursor?: string | undefined;
  /** 1 to 200, 50 where left out. */
  limit?: number | undefined;
}

/** Rows with ids above `after` up to `through`, in the order of their ids, at most `limit`. */
export type ReadStretch<Row> = (after: string, through: string, limit: number) => Promise<Row[]>;

/**
 * Pairs in the order of their ids, which are random: nobody learns from the place of a pair what it
 * is worth. Each member begins at a place of their own and comes round to it again, so that two who
 * work at once do not get the same pairs.
 *
 * @throws InvalidCursor
 */
export async function pageInOwnOrder<Row extends { id: string }, Item>(
  actor: Actor,
  request: PageAsked,
  read: ReadStretch<Row>,
  item: (row: Row) => Item,
): Promise<Page<Item>> {
  const limit = Math.min(200, Math.max(1, Math.trunc(request.limit ?? 50)));
  const rows: Row[] = [];
  for (const [after, through] of stretches(startOf(actor), lastIdOf(request.cursor))) {
    const room = limit + 1 - rows.length;
    if (room === 0) break;
    rows.push(...(await read(after, through, room)));
  }
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(item), nextCursor: last?.id ?? null };
}

/** What is left of the round from `start` to `start`: ids above the first of two, up to the second. */
function stretches(start: string, last: string | undefined): [string, string][] {
  if (last !== undefined && last <= start) return [[last, start]];
  return [
    [last ?? start, LAST_ID],
    [FIRST_ID, start],
  ];
}

function startOf({ memberId }: Actor): string {
  const hex = createHash('sha256').update(memberId).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}

function lastIdOf(cursor: string | undefined): string | undefined {
  if (cursor === undefined || isId.test(cursor)) return cursor;
  throw new InvalidCursor();
}
