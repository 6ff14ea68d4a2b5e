import type { EntityManager } from 'typeorm';
import type { RowProblems, StagedRow } from '@athar/imports';
import { defaultWindowDays } from '../collection-row.js';
import type { EntryDocument } from '../entry-document.js';
import { sameWindow } from '../sources/same-window.js';
import { numberTwice } from './number-problems.js';
import { placeRows, type RowScope } from './row-writes.js';

type Staged = StagedRow<EntryDocument>;

/** Problems of rows whose number may mean several people, in the registry or in the file itself. */
export async function checkRows(
  manager: EntityManager,
  scope: RowScope,
  rows: readonly Staged[],
  earlier: (groups: readonly Buffer[]) => Promise<Staged[]>,
): Promise<RowProblems[]> {
  const windowDays = await windowDaysOf(manager, scope);
  const before = await earlier(rows.flatMap((row) => row.group ?? []));
  const seen = new Map<string, Staged[]>();
  for (const row of before) remember(seen, row);
  const doubled: RowProblems[] = [];
  const single: Staged[] = [];
  for (const row of rows) {
    const other = seen.get(groupOf(row))?.find((one) => !areApart(one, row, windowDays));
    if (other) doubled.push({ number: row.number, problems: [numberTwice(other.number)] });
    else single.push(row);
    remember(seen, row);
  }
  const { problems } = await placeRows(manager, scope, single);
  return [...doubled, ...problems];
}

async function windowDaysOf(
  manager: EntityManager,
  { collectionId, newCollection }: RowScope,
): Promise<number> {
  if (newCollection !== undefined) return newCollection.numberWindowDays ?? defaultWindowDays;
  const [row] = await manager.query<{ number_window_days: number }[]>(
    'SELECT number_window_days FROM collections WHERE id = $1',
    [collectionId],
  );
  return row?.number_window_days ?? 0;
}

function areApart(one: Staged, other: Staged, windowDays: number): boolean {
  const [left = [], right = []] = [one.document.photoDates, other.document.photoDates];
  return sameWindow(left, right, windowDays) === 'apart';
}

/** Rows without a group share none. */
function groupOf(row: Staged): string {
  return row.group?.toString('hex') ?? `row ${row.number}`;
}

function remember(seen: Map<string, Staged[]>, row: Staged): void {
  const others = seen.get(groupOf(row));
  if (others) others.push(row);
  else seen.set(groupOf(row), [row]);
}
