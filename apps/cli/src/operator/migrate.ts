import { randomBytes } from 'node:crypto';
import type { Config } from '@athar/config';
import {
  migrateDown,
  migrateUp,
  provision,
  startEmbeddedPostgres,
  withOwner,
} from '@athar/persistence';
import { exitCode, type ExitCode } from '../exit-code.js';
import type { Session } from '../session.js';
import { confirm } from './ask.js';
import { ownerOf, requireInstallation } from './installation.js';
import { operate } from './operate.js';

/** Arguments of `athar migrate`. */
export interface MigrateOptions {
  down?: number;
  yes?: true;
}

/** Runs `athar migrate`. */
export function runMigrate(options: MigrateOptions, session: Session): Promise<ExitCode> {
  return operate(session, (config) =>
    onSchema(config, session, (ownerUrl) =>
      options.down === undefined
        ? up(ownerUrl, session)
        : down(ownerUrl, options.down, options.yes, session),
    ),
  );
}

async function up(ownerUrl: string, { output }: Session): Promise<ExitCode> {
  const done = await migrateUp(ownerUrl);
  for (const name of done) output.result(`up    ${name}`);
  output.note(done.length === 0 ? 'Nothing to do: the schema is up to date.' : 'Migrated.');
  return exitCode.done;
}

async function down(
  ownerUrl: string,
  steps: number,
  yes: true | undefined,
  session: Session,
): Promise<ExitCode> {
  const before = await applied(ownerUrl);
  const newest = before.slice(-steps).reverse();
  await confirm(
    `Taking back ${newest.length} of ${before.length} migrations deletes their tables with everything in them.`,
    yes,
    session,
  );
  await migrateDown(ownerUrl, newest.length);
  for (const name of newest) session.output.result(`down  ${name}`);
  return exitCode.done;
}

async function applied(ownerUrl: string): Promise<string[]> {
  const rows = await withOwner(ownerUrl, (manager) =>
    manager.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id'),
  );
  return rows.map(({ name }) => name);
}

/** Unlike for every other command the schema is not brought up to date before `work`. */
async function onSchema(
  config: Config,
  session: Session,
  work: (ownerUrl: string) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (config.database) return work(ownerOf(config.database));
  await requireInstallation(config);
  const { dataDirectory } = config;
  const server = await startEmbeddedPostgres({ dataDirectory, signal: session.signal });
  try {
    // The service gives the roles the passwords of its data folder whenever it starts; ours hold
    // until then only.
    const password = (): string => randomBytes(24).toString('base64url');
    const { owner } = await provision({
      adminUrl: server.adminUrl,
      database: 'athar',
      passwords: { owner: password(), app: password(), matcher: password(), queue: password() },
    });
    return await work(owner);
  } finally {
    await server.stop();
  }
}
