import pg from 'pg';
import { QUEUE_SCHEMA, SCHEMA, roleNames, type RoleName } from './role-names.js';

export interface Provisioning {
  /** Address of a superuser, any database of the server. */
  adminUrl: string;
  /** Name of Athar's database; created where it is missing. */
  database: string;
  /** A password for each role; an existing role gets it as its new one. */
  passwords: Readonly<Record<RoleName, string>>;
}

/**
 * Creates database, roles and schemas, or brings existing ones to the same state. Safe to repeat
 * and safe to run twice at once: an advisory lock on the server serialises it.
 *
 * @returns the address of each role in Athar's database.
 */
export async function provision(options: Provisioning): Promise<Record<RoleName, string>> {
  await withClient(options.adminUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [PROVISION_LOCK]);
    for (const role of Object.keys(roleNames) as RoleName[]) {
      await createRole(client, roleNames[role], options.passwords[role]);
    }
    await createDatabase(client, options.database);
    // Under the same lock: two at once would change the same rows of the catalogue.
    await withClient(addressOf(options.adminUrl, options.database), createSchemas);
  });
  return addressesOf(options);
}

const PROVISION_LOCK = 7_270_001;

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function createRole(client: pg.Client, name: string, password: string): Promise<void> {
  const role = client.escapeIdentifier(name);
  const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  const verb = known.rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(
    `${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS ` +
      `PASSWORD ${client.escapeLiteral(password)}`,
  );
}

async function createDatabase(client: pg.Client, name: string): Promise<void> {
  const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (known.rowCount !== 0) return;
  await client.query(
    `CREATE DATABASE ${client.escapeIdentifier(name)} OWNER ${roleNames.owner} ENCODING 'UTF8' TEMPLATE template0`,
  );
}

async function createSchemas(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
  const database = client.escapeIdentifier(rows[0]?.name ?? '');
  await client.query(`
    REVOKE ALL ON DATABASE ${database} FROM PUBLIC;
    GRANT CONNECT ON DATABASE ${database} TO ${Object.values(roleNames).join(', ')};
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    CREATE SCHEMA IF NOT EXISTS ${SCHEMA} AUTHORIZATION ${roleNames.owner};
    CREATE SCHEMA IF NOT EXISTS ${QUEUE_SCHEMA} AUTHORIZATION ${roleNames.queue};
    GRANT USAGE ON SCHEMA ${SCHEMA} TO ${roleNames.app}, ${roleNames.matcher};
    ALTER ROLE ${roleNames.owner} IN DATABASE ${database} SET search_path = ${SCHEMA};
    ALTER ROLE ${roleNames.app} IN DATABASE ${database} SET search_path = ${SCHEMA};
    ALTER ROLE ${roleNames.matcher} IN DATABASE ${database} SET search_path = ${SCHEMA};
    ALTER ROLE ${roleNames.queue} IN DATABASE ${database} SET search_path = ${QUEUE_SCHEMA};
  `);
}

function addressesOf(options: Provisioning): Record<RoleName, string> {
  const entries = (Object.keys(roleNames) as RoleName[]).map((role) => {
    const url = new URL(addressOf(options.adminUrl, options.database));
    url.username = roleNames[role];
    url.password = encodeURIComponent(options.passwords[role]);
    return [role, url.href];
  });
  return Object.fromEntries(entries) as Record<RoleName, string>;
}

function addressOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}
