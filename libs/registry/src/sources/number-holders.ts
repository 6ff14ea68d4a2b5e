import type { EntityManager } from 'typeorm';
import type { Seal } from '@athar/persistence';
import { foldNumber } from '../numbers/folded-number.js';
import { numberKey } from '../numbers/number-keys.js';
import { fitsNumber } from './fits-number.js';
import { openSource, sourceColumns, type SourceRow } from './source-row.js';
import type { NumberHolder, NumberQuery, NumberedSource } from './source.js';

/** Who holds some numbers of a collection, as it was when they were read. */
export interface NumberBoard {
  windowDays: number;
  /** Oldest entry first. */
  holders(query: NumberQuery): NumberHolder[];
  /** Notes what a source says from now on, though it is not written yet. */
  note(entryId: string, number: string, source: NumberedSource): void;
}

type Entries = Map<string, NumberedSource[]>;

/** Reads who holds the numbers that are asked for. */
export async function readNumberBoard(
  manager: EntityManager,
  seal: Seal,
  collectionId: string,
  queries: readonly NumberQuery[],
): Promise<NumberBoard> {
  const [collection] = await manager.query<{ number_window_days: number }[]>(
    'SELECT number_window_days FROM collections WHERE id = $1',
    [collectionId],
  );
  const windowDays = collection?.number_window_days ?? 0;
  const keyOf = (number: string): string | undefined => {
    const folded = foldNumber(number);
    return folded === null ? undefined : numberKey(seal, folded).toString('hex');
  };
  const keys = new Set(queries.flatMap((query) => keyOf(query.number) ?? []));
  const board = await readBoard(manager, seal, collectionId, [...keys]);
  return {
    windowDays,
    holders: (query) =>
      [...(board.get(keyOf(query.number) ?? '') ?? [])].map(([entryId, sources]) => {
        const fits = sources.every((source) => fitsNumber(source, query, windowDays));
        return { entryId, sources, fits };
      }),
    note: (entryId, number, source) => note(board.get(keyOf(number) ?? ''), entryId, source),
  };
}

async function readBoard(
  manager: EntityManager,
  seal: Seal,
  collectionId: string,
  keys: readonly string[],
): Promise<Map<string, Entries>> {
  const board = new Map<string, Entries>(keys.map((key) => [key, new Map()]));
  if (keys.length === 0) return board;
  const rows = await manager.query<SourceRow[]>(
    `SELECT ${sourceColumns} FROM entry_sources s
     WHERE s.collection_id = $1 AND s.number_key = ANY($2::bytea[]) ORDER BY s.created_at, s.id`,
    [collectionId, keys.map((key) => Buffer.from(key, 'hex'))],
  );
  for (const row of rows) {
    const entries = board.get(row.number_key?.toString('hex') ?? '');
    note(entries, row.entry_id, toNumbered(seal, row));
  }
  return board;
}

function note(entries: Entries | undefined, entryId: string, source: NumberedSource): void {
  const others = entries?.get(entryId)?.filter((other) => other.sourceId !== source.sourceId);
  entries?.set(entryId, [...(others ?? []), source]);
}

function toNumbered(seal: Seal, row: SourceRow): NumberedSource {
  const { document } = openSource(seal, row);
  return {
    ...{ sourceId: row.id, kind: row.kind, identity: row.identity, importId: row.import_id },
    hasOwnId: document.sourceId !== undefined,
    branch: document.branch ?? undefined,
    dates: document.photoDates ?? [],
  };
}
