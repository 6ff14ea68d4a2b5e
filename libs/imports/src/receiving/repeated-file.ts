import type { EntityManager } from 'typeorm';
import { IdempotencyKeyReused } from '@athar/access';
import type { Table } from '@athar/tabular';
import type { ImportScope } from '../target/import-target.js';
import type { MeteredBytes } from './metered-bytes.js';

/** What is kept to tell whether a file is the same again. */
export function fileDigest(seal: ImportScope['seal'], bytes: MeteredBytes): Buffer {
  return seal.digest('import-file', bytes.digest());
}

/** Reads a file to its end as its rows would be, so that its digest is that of all its bytes. */
export async function readToEnd(table: Table): Promise<void> {
  const rows = table.rows[Symbol.asyncIterator]();
  while (!(await rows.next()).done);
}

/**
 * Holds the file of a repeated request against that of the first. A first one that never came whole has
 * no digest: the answer is how its import stands.
 *
 * @throws IdempotencyKeyReused
 */
export async function requireSameFile(
  manager: EntityManager,
  { importId, seal }: ImportScope,
  bytes: MeteredBytes,
): Promise<void> {
  const [first] = await manager.query<{ file_digest: Buffer | null }[]>(
    'SELECT file_digest FROM imports WHERE id = $1',
    [importId],
  );
  const digest = fileDigest(seal, bytes);
  if (first?.file_digest && !digest.equals(first.file_digest)) throw new IdempotencyKeyReused();
}
