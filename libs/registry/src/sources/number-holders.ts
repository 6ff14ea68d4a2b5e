import type { EntityManager } from 'typeorm';
import { mapInTurns } from '@athar/imports';
import type { Seal } from '@athar/persistence';
import { foldNumber } from '../numbers/folded-number.js';
import { numberKey } from '../numbers/number-keys.js';
import { fitsNumber } from './fits-number.js';
import { openSource, sourceColumns, sourceVersionColumns, type SourceRow } from './source-row.js';
import type { NumberHolder, NumberQuery, NumberedSource } from './source.js';

/** Who holds some numbers of a collection, as it was when they were read. */
export interface NumberBoard {
  windowDays: number;
  /** Of one of the queries that the board was read for; oldest entry first. */
  holders(query: NumberQuery): NumberHolder[];
  /** Notes what a source says from now on, though it is not written yet. */
  note(entryId: string, number: string, source: NumberedSource): void;
}

type Entries = Map<string, NumberedSource[]>;

/**
 * Reads who holds the numbers that are asked for.
 *
 * @param find SQL of the sources `s` that count, for a collection and keys of numbers.
 */
export async function readNumberBoard(
  manager: EntityManager,
  seal: Seal,
  collectionId: string,
  queries: readonly NumberQuery[],
  find: string = presentSources,
): Promise<NumberBoard> {
  const [collection] = await manager.query<{ number_window_days: number }[]>(
    'SELECT number_window_days FROM collections WHERE id = $1',
    [collectionId],
  );
  const windowDays = collection?.number_window_days ?? 0;
  const known = new Map(queries.map(({ number }) => [number, keyOf(seal, number)]));
  const keys = new Set([...known.values()].filter((key) => key !== ''));
  const found = await manager.query<SourceRow[]>(find, [
    collectionId,
    [...keys].map((key) => Buffer.from(key, 'hex')),
  ]);
  const board = await boardOf(seal, [...keys], found);
  return {
    windowDays,
    holders: (query) =>
      [...(board.get(known.get(query.number) ?? '') ?? [])].map(([entryId, sources]) => {
        const fits = sources.every((source) => fitsNumber(source, query, windowDays));
        return { entryId, sources, fits };
      }),
    note: (entryId, number, source) =>
      note(board.get(known.get(number) ?? keyOf(seal, number)), entryId, source),
  };
}

/** Empty where there is no digit. */
function keyOf(seal: Seal, number: string): string {
  const folded = foldNumber(number);
  return folded === null ? '' : numberKey(seal, folded).toString('hex');
}

const presentSources = `
  SELECT ${sourceColumns} FROM entry_sources s
  WHERE s.collection_id = $1 AND s.number_key = ANY($2::bytea[]) ORDER BY s.created_at, s.id`;

/**
 * SQL: photographs that were taken from entries which stay without any, for what people read or
 * corrected there.
 */
export const photographsTakenAway = `
  SELECT ${sourceVersionColumns} FROM entry_sources h JOIN entry_source_versions s ON s.entry_id = h.entry_id
  WHERE h.collection_id = $1 AND h.kind IN ('reading', 'hand') AND s.kind = 'photographs'
    AND s.ended = 'removed' AND s.number_key = ANY($2::bytea[]) AND NOT EXISTS (
      SELECT FROM entry_sources p WHERE p.entry_id = h.entry_id AND p.kind = 'photographs')
  ORDER BY s.written_at, s.source_id`;

async function boardOf(
  seal: Seal,
  keys: readonly string[],
  rows: readonly SourceRow[],
): Promise<Map<string, Entries>> {
  const board = new Map<string, Entries>(keys.map((key) => [key, new Map()]));
  await mapInTurns(rows, (row) => {
    const entries = board.get(row.number_key?.toString('hex') ?? '');
    note(entries, row.entry_id, toNumbered(seal, row));
  });
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
