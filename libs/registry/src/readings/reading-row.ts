import type { EntityManager } from 'typeorm';
import type { Place, Seal } from '@athar/persistence';
import type { AttributedReading } from './contribution.js';
import { readerCode } from './reader-code.js';
import type { KeptReading } from './reading.js';

/** A reading as the database gives it. */
export interface ReadingRow {
  id: string;
  entry_id: string;
  round: number;
  organisation_id: string;
  member_id: string;
  record: Buffer;
  created_at: Date;
}

export function readingPlace(id: string): Place {
  return { table: 'readings', column: 'record', row: id };
}

/** All readings of an entry, in the order of rounds. */
export function readingRows(manager: EntityManager, entryId: string): Promise<ReadingRow[]> {
  return manager.query<ReadingRow[]>(
    `SELECT id, entry_id, round, organisation_id, member_id, record, created_at
     FROM readings WHERE entry_id = $1 ORDER BY round`,
    [entryId],
  );
}

/** What was read. @throws SealBroken, KeyMissing */
export function openKept(seal: Seal, row: ReadingRow): KeptReading {
  return seal.openJson<KeptReading>(readingPlace(row.id), row.record);
}

/** The same with who read it. @throws SealBroken, KeyMissing */
export function openReading(seal: Seal, row: ReadingRow): AttributedReading {
  return { ...openKept(seal, row), reader: readerCode(seal, row.member_id) };
}
