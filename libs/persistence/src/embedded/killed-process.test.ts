import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { startEmbeddedPostgres } from './index.js';
import { processIdentity } from './process-identity.js';

/** A process to be killed runs what was built: jest's way of loading TypeScript ends with jest. */
const built = pathToFileURL(resolve('dist/libs/persistence/src/embedded/index.js')).href;

/** Starts PostgreSQL in a process of its own, which prints `{url, pid}` or `{code}`. */
function spawnHolder(dataDirectory: string): ChildProcess {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(built)};
    startEmbeddedPostgres({ dataDirectory: ${JSON.stringify(dataDirectory)} }).then(
      ({ adminUrl, pid }) => console.log(JSON.stringify({ url: adminUrl, pid })),
      ({ code }) => console.log(JSON.stringify({ code })),
    );`;
  return spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

interface Answer {
  url?: string;
  pid?: number;
  code?: string;
}

async function answerOf(holder: ChildProcess): Promise<Answer> {
  if (!holder.stdout) throw new Error('The process has no output.');
  const [line] = (await once(createInterface(holder.stdout), 'line')) as [string];
  return JSON.parse(line) as Answer;
}

async function kill(holder: ChildProcess): Promise<void> {
  const gone = once(holder, 'exit');
  holder.kill('SIGKILL');
  await gone;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('embedded PostgreSQL under kill -9', () => {
  let parent: string;
  let dataDirectory: string;

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'athar-killed-'));
    dataDirectory = join(parent, 'data');
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  it('keeps what was committed, replaces the server left behind, and takes the folder over', async () => {
    const holder = spawnHolder(dataDirectory);
    const { url = '', pid = 0 } = await answerOf(holder);
    await query(url, 'CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)');
    await kill(holder);
    expect(processIdentity(pid)).toBeDefined();

    const lines: string[] = [];
    const server = await startEmbeddedPostgres({ dataDirectory, log: (line) => lines.push(line) });
    try {
      expect(lines[0]).toMatch(/earlier run/);
      expect(processIdentity(pid)).toBeUndefined();
      expect(await query(server.adminUrl, 'SELECT id FROM kept')).toEqual([{ id: 7 }]);
    } finally {
      await server.stop();
    }
    expect((await readdir(dataDirectory)).filter((name) => name.includes('lock'))).toEqual([]);
  });

  it('recovers when the server was killed as well', async () => {
    const holder = spawnHolder(dataDirectory);
    const { url = '', pid = 0 } = await answerOf(holder);
    await query(url, 'CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)');
    process.kill(pid, 'SIGKILL');
    await kill(holder);

    const server = await startEmbeddedPostgres({ dataDirectory });
    try {
      expect(await query(server.adminUrl, 'SELECT id FROM kept')).toEqual([{ id: 7 }]);
    } finally {
      await server.stop();
    }
  });

  it('begins the set-up again when it was killed in the middle', async () => {
    const holder = spawnHolder(dataDirectory);
    const begun = async (): Promise<boolean> =>
      existsSync(dataDirectory) &&
      (await readdir(dataDirectory)).some((name) => name.startsWith('postgres.new-'));
    while (!(await begun())) await delay(5);
    await kill(holder);
    expect(existsSync(join(dataDirectory, 'postgres'))).toBe(false);

    const server = await startEmbeddedPostgres({ dataDirectory });
    try {
      expect(await query(server.adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      expect(await begun()).toBe(false);
    } finally {
      await server.stop();
    }
  });

  it('lets one of several newcomers in, also over the lock of a dead process', async () => {
    await mkdir(dataDirectory);
    await writeFile(join(dataDirectory, 'athar-data.json'), '{"format":1}\n');
    await writeFile(join(dataDirectory, `athar.lock.${process.pid}.0`), '');
    const holders = [1, 2, 3].map(() => spawnHolder(dataDirectory));
    try {
      const answers = await Promise.all(holders.map(answerOf));
      const refused = answers.filter(({ url }) => url === undefined);
      expect(refused.map(({ code }) => code)).toEqual(['data-folder-in-use', 'data-folder-in-use']);
    } finally {
      await Promise.all(holders.filter(({ exitCode }) => exitCode === null).map(kill));
      await (await startEmbeddedPostgres({ dataDirectory })).stop();
    }
  });
});
