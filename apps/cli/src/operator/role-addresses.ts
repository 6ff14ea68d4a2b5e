import { randomBytes } from 'node:crypto';
import type { Config } from '@athar/config';
import type { Problem } from '@athar/diagnostics';
import { roleNames, type Provisioning, type RoleName } from '@athar/persistence';
import { BadAddresses } from './errors.js';

const variables: Readonly<Record<RoleName, string>> = {
  owner: 'DATABASE_OWNER_URL',
  app: 'DATABASE_URL',
  matcher: 'DATABASE_MATCHER_URL',
  queue: 'DATABASE_QUEUE_URL',
};

interface RoleAddress {
  user: string;
  password: string;
  database: string;
}

/**
 * What is to be provisioned, read from the addresses that the service will use.
 *
 * @throws BadAddresses naming every variable that is missing or does not fit the others.
 */
export function provisioningOf(config: Config): Provisioning {
  const problems: Problem[] = [];
  const roles = Object.keys(variables) as RoleName[];
  const addresses = new Map(roles.map((role) => [role, addressOf(config, role)]));
  const database = addresses.get('app')?.database ?? '';
  for (const [role, address] of addresses) problems.push(...problemsOf(role, address, database));
  const adminUrl = config.databaseAdmin;
  if (adminUrl === undefined) {
    problems.push(
      problem('DATABASE_ADMIN_URL', 'missing', "a superuser's address", 'Set DATABASE_ADMIN_URL.'),
    );
  }
  if (adminUrl === undefined || problems.length > 0) throw new BadAddresses(problems);
  const password = (role: RoleName): string => addresses.get(role)?.password ?? '';
  return {
    adminUrl,
    database,
    passwords: {
      owner: password('owner'),
      app: password('app'),
      matcher: password('matcher'),
      queue: password('queue'),
    },
  };
}

function addressOf(config: Config, role: RoleName): RoleAddress | undefined {
  const text = config.database?.[role];
  if (text === undefined) return role === 'queue' ? unusedQueue(config) : undefined;
  const url = new URL(text);
  return {
    user: decoded(url.username),
    password: decoded(url.password),
    database: decoded(url.pathname.slice(1)),
  };
}

/** With Redis nobody signs in as the queue's role; it gets a password that nobody knows. */
function unusedQueue({ redisUrl, database }: Config): RoleAddress | undefined {
  if (redisUrl === undefined || database === undefined) return undefined;
  return {
    user: roleNames.queue,
    password: randomBytes(24).toString('base64url'),
    database: decoded(new URL(database.app).pathname.slice(1)),
  };
}

function problemsOf(role: RoleName, address: RoleAddress | undefined, database: string): Problem[] {
  const name = variables[role];
  const example = `postgres://${roleNames[role]}:password@database:5432/athar`;
  if (!address) return [problem(name, 'missing', `an address like ${example}`, `Set ${name}.`)];
  const problems: Problem[] = [];
  const refuse = (code: string, expected: string) =>
    problems.push(problem(name, code, expected, `Correct ${name}.`));
  if (address.user !== roleNames[role]) refuse('wrong-user', `the user name ${roleNames[role]}`);
  if (address.password === '') refuse('missing-password', 'a password, percent-encoded');
  if (address.database === '') refuse('missing-database', `a database name, as in ${example}`);
  else if (address.database !== database) {
    refuse('other-database', 'the same database name as in DATABASE_URL');
  }
  return problems;
}

/** Empty, and so refused, where the text is not percent-encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function problem(field: string, code: string, expected: string, fix: string): Problem {
  return { field, code, expected, fix };
}
