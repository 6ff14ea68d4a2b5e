import { chmod, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './index.js';
import { processIdentity } from './process-identity.js';

async function ask(server: EmbeddedPostgres, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: server.adminUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const modeOf = async (path: string): Promise<string> =>
  ((await stat(path)).mode & 0o777).toString(8);

describe('startEmbeddedPostgres', () => {
  let parent: string;
  let dataDirectory: string;
  const running: EmbeddedPostgres[] = [];

  const start = async (): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({ dataDirectory });
    running.push(server);
    return server;
  };

  // As mkdtemp makes it, the parent is 0700: another user's PostgreSQL could not walk through it.
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'athar-embedded-'));
    dataDirectory = join(parent, 'data');
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.stop()));
  });
  afterAll(async () => {
    await rm(parent, { recursive: true, force: true });
  });

  it('keeps data and port over a restart, and leaves nothing running', async () => {
    const first = await start();
    await ask(first, `CREATE TABLE kept (word text); INSERT INTO kept VALUES ('أثر')`);
    await first.stop();
    await first.stop();
    expect(processIdentity(first.pid)).toBeUndefined();

    const second = await start();
    expect(await ask(second, 'SELECT word, lower(word) FROM kept')).toEqual([
      { word: 'أثر', lower: 'أثر' },
    ]);
    expect(second.port).toBe(first.port);
  });

  it('starts on a copy of its folder, whoever owns the copy', async () => {
    const copy = join(parent, 'restored');
    await cp(dataDirectory, copy, { recursive: true });
    await chmod(join(copy, 'postgres'), 0o755);
    const restored = await startEmbeddedPostgres({ dataDirectory: copy });
    running.push(restored);
    expect(await ask(restored, 'SELECT word FROM kept')).toEqual([{ word: 'أثر' }]);
  });

  it('is safe by its settings', async () => {
    const server = await start();
    const rows = await ask(
      server,
      `SELECT name, setting FROM pg_settings WHERE name IN ('listen_addresses', 'data_checksums',
       'fsync', 'server_encoding', 'password_encryption', 'unix_socket_directories')`,
    );
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      listen_addresses: '127.0.0.1',
      data_checksums: 'on',
      fsync: 'on',
      server_encoding: 'UTF8',
      password_encryption: 'scram-sha-256',
      unix_socket_directories: '',
    });
    const wrong = server.adminUrl.replace(/:[^:@]+@/, ':guessed@');
    await expect(new Client({ connectionString: wrong }).connect()).rejects.toThrow(/password/);
  });

  it('writes no value and no statement of a failed query to its log', async () => {
    const server = await start();
    await expect(ask(server, `SELECT 'marwan-invented'::uuid`)).rejects.toThrow(/uuid/);
    await expect(ask(server, 'SELECT marwan_invented')).rejects.toThrow();
    const log = await readFile(join(dataDirectory, 'postgres.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toMatch(/marwan/);
  });

  it('keeps its folder and its secrets to the user who started it', async () => {
    await start();
    const secret = join(dataDirectory, 'secrets', 'postgres-superuser-password');
    expect(await modeOf(dataDirectory)).toBe('700');
    expect(await modeOf(join(dataDirectory, 'secrets'))).toBe('700');
    expect(await modeOf(secret)).toBe('600');
    expect(await modeOf(join(dataDirectory, 'postgres'))).toBe('700');
    expect(await modeOf(join(dataDirectory, 'postgres.log'))).toBe('600');
    expect((await stat(secret)).uid).toBe(process.getuid?.());
    expect(await readdir(join(dataDirectory, 'secrets'))).toHaveLength(1);
  });

  it('refuses a folder that is in use and disturbs nothing', async () => {
    const server = await start();
    await expect(startEmbeddedPostgres({ dataDirectory })).rejects.toMatchObject({
      code: 'data-folder-in-use',
      pid: process.pid,
      message: expect.stringContaining(dataDirectory),
    });
    expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('takes another port when its last one was taken meanwhile', async () => {
    const first = await start();
    await first.stop();
    const squatter = createServer();
    await new Promise<void>((done) => squatter.listen(first.port, '127.0.0.1', done));
    try {
      const second = await start();
      expect(second.port).not.toBe(first.port);
    } finally {
      squatter.close();
    }
  });

  it('can be given up while it sets up, and starts anew', async () => {
    const fresh = join(parent, 'given-up');
    const patience = new AbortController();
    const log = (): void => patience.abort();
    const { signal } = patience;
    await expect(
      startEmbeddedPostgres({ dataDirectory: fresh, log, signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect((await readdir(fresh)).sort()).toEqual(['athar-data.json', 'postgres.log', 'secrets']);
    running.push(await startEmbeddedPostgres({ dataDirectory: fresh }));
  });

  it('refuses the database of another major version and leaves it as it is', async () => {
    const version = join(dataDirectory, 'postgres', 'PG_VERSION');
    const own = await readFile(version, 'utf8');
    await writeFile(version, '15\n');
    try {
      await expect(start()).rejects.toMatchObject({
        code: 'data-folder-version',
        message: expect.stringMatching(/PostgreSQL 15.*PostgreSQL 18/),
      });
      expect(await readFile(version, 'utf8')).toBe('15\n');
    } finally {
      await writeFile(version, own);
    }
    await start();
  });

  it('refuses to go on without the password of an existing database', async () => {
    const secret = join(dataDirectory, 'secrets', 'postgres-superuser-password');
    const password = await readFile(secret, 'utf8');
    await rm(secret);
    await expect(start()).rejects.toMatchObject({ code: 'data-folder-damaged' });
    await writeFile(secret, password, { mode: 0o600 });
    await start();
  });
});

describe('the folder handed in', () => {
  it('is refused untouched when it holds something else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'athar-foreign-'));
    await writeFile(join(folder, 'letters.txt'), 'not ours');
    await chmod(folder, 0o755);
    await expect(startEmbeddedPostgres({ dataDirectory: folder })).rejects.toMatchObject({
      code: 'data-folder-not-ours',
    });
    expect(await readdir(folder)).toEqual(['letters.txt']);
    expect(await modeOf(folder)).toBe('755');
    await rm(folder, { recursive: true });
  });

  it('is refused when a file stands in its way', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'athar-file-'));
    await writeFile(join(folder, 'data'), '');
    const dataDirectory = join(folder, 'data', 'below');
    await expect(startEmbeddedPostgres({ dataDirectory })).rejects.toMatchObject({
      code: 'data-folder-not-writable',
    });
    await rm(folder, { recursive: true });
  });
});
