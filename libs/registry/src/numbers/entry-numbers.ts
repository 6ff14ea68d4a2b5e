import type { EntityManager } from 'typeorm';
import type { Seal } from '@athar/persistence';
import type { EntryNumber } from '../entry-document.js';
import { foldNumber } from './folded-number.js';
import { digitsKey, numberKey } from './number-keys.js';

/** An entry with all numbers that it has now; none takes it out of the look-up. */
export interface NumberedEntry {
  entryId: string;
  collectionId: string;
  numbers: readonly EntryNumber[];
}

interface NumberRow {
  entryId: string;
  collectionId: string;
  numberKey: Buffer;
  digitsKey: Buffer;
  readOn: string;
  unconfirmed: boolean;
}

/**
 * Keeps the look-up of numbers in step with entries, in the transaction that writes them.
 *
 * @param seal the registry's.
 */
export async function replaceEntryNumbers(
  manager: EntityManager,
  seal: Seal,
  entries: readonly NumberedEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await manager.query('DELETE FROM entry_numbers WHERE entry_id = ANY($1::uuid[])', [
    entries.map((entry) => entry.entryId),
  ]);
  await addEntryNumbers(manager, seal, entries);
}

/**
 * Adds the numbers of entries that are not in the look-up.
 *
 * @param seal the registry's.
 */
export async function addEntryNumbers(
  manager: EntityManager,
  seal: Seal,
  entries: readonly NumberedEntry[],
): Promise<void> {
  // The certain ones first: of two under one key the first is kept.
  const rows = entries
    .flatMap((entry) => rowsOf(seal, entry))
    .sort((one, other) => Number(one.unconfirmed) - Number(other.unconfirmed));
  if (rows.length === 0) return;
  await manager.query(
    `INSERT INTO entry_numbers (entry_id, collection_id, number_key, digits_key, read_on, unconfirmed)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bytea[], $5::text[], $6::boolean[])
     ON CONFLICT DO NOTHING`,
    [
      rows.map((row) => row.entryId),
      rows.map((row) => row.collectionId),
      rows.map((row) => row.numberKey),
      rows.map((row) => row.digitsKey),
      rows.map((row) => row.readOn),
      rows.map((row) => row.unconfirmed),
    ],
  );
}

function rowsOf(seal: Seal, { entryId, collectionId, numbers }: NumberedEntry): NumberRow[] {
  return numbers.flatMap(({ value, readOn = 'unknown', unconfirmed = false }) => {
    const number = foldNumber(value);
    if (number === null) return [];
    const keys = { numberKey: numberKey(seal, number), digitsKey: digitsKey(seal, number) };
    return [{ entryId, collectionId, ...keys, readOn, unconfirmed }];
  });
}
