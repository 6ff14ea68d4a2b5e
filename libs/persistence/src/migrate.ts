import { Logger } from '@nestjs/common';
import { CodedError } from '@athar/diagnostics';
import { DataSource } from 'typeorm';
import { migrations } from './migrations/index.js';
import { SCHEMA, roleNames } from './roles/role-names.js';

const MIGRATION_LOCK = 7_270_000;
const log = new Logger('persistence');

/** The database was written by a newer Athar, or was never migrated by a process that may. */
export class SchemaMismatch extends CodedError {
  readonly code = 'schema-mismatch';
  readonly kind = 'unavailable';
}

/**
 * Brings the schema up to this version. Two processes that start together are safe: one migrates,
 * the other waits on an advisory lock and finds nothing left to do.
 *
 * @param ownerUrl address with the owner's role.
 * @returns names of the migrations that were run.
 */
export async function migrateUp(ownerUrl: string): Promise<string[]> {
  return asOwner(ownerUrl, async (owner) => {
    const done = await owner.runMigrations({ transaction: 'each' });
    if (done.length > 0) log.log({ message: 'Schema migrated', migrations: done.length });
    return done.map((one) => one.name);
  });
}

/**
 * Takes the newest migrations back.
 *
 * @param steps how many; all where left out.
 */
export async function migrateDown(ownerUrl: string, steps = migrations.length): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    for (let step = 0; step < steps; step += 1) await owner.undoLastMigration();
  });
}

/**
 * Checks, with a role that may not migrate, that the schema is the one this version knows.
 *
 * @throws SchemaMismatch
 */
export async function requireMigrated(source: DataSource): Promise<void> {
  const rows = await source
    .query<{ name: string }[]>(`SELECT name FROM ${SCHEMA}.migrations ORDER BY id`)
    .catch(() => []);
  const expected = migrations.map((one) => new one().name);
  if (rows.length === expected.length && rows.every((row, i) => row.name === expected[i])) return;
  throw new SchemaMismatch(
    rows.length > expected.length
      ? 'The database was migrated by a newer version of Athar; start that version.'
      : 'The database is not migrated to this version; run `athar migrate` with DATABASE_OWNER_URL set.',
  );
}

async function asOwner<T>(ownerUrl: string, work: (owner: DataSource) => Promise<T>): Promise<T> {
  const owner = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    schema: SCHEMA,
    migrations,
    migrationsTableName: 'migrations',
    applicationName: 'athar-migrate',
    poolSize: 2,
  });
  await owner.initialize();
  const lock = owner.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const result = await work(owner);
    await owner.query(
      `GRANT SELECT ON ${SCHEMA}.migrations TO ${roleNames.app}, ${roleNames.matcher}`,
    );
    return result;
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await owner.destroy();
  }
}
