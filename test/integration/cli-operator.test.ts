import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withOwner } from '@athar/persistence';
import { atharEnded, runAthar, startAthar, type Ended } from '../support/athar-command.js';
import { startDatabase, type TestDatabase } from '../support/database.js';
import { startPostgres } from '../support/servers.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'athar-operator-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const create = ['organisation', 'create', '--name', 'Families First', '--phone', '+000 000 000'];
const keyPattern = /^([0-9A-Z]{5}-){11}[0-9A-Z]\n$/;

describe('the commands of an operator, on an embedded installation', () => {
  const here = (...args: string[]): Promise<Ended> => runAthar(args, { cwd: folder });
  let recoveryKey = '';

  it('make no installation where there is none', async () => {
    for (const args of [['keys', 'status'], ['organisation', 'list'], ['migrate']]) {
      const { code, stderr } = await here(...args);
      expect(code).toBe(1);
      expect(stderr).toContain(`There is no installation in ${join(folder, 'data')}`);
    }
  });

  it('create a master key that nobody else can read, and write over none', async () => {
    const first = await here('keys', 'create', '--out', 'new.key');
    expect(first).toMatchObject({ code: 0, stdout: '' });
    expect(first.stderr).toContain('ATHAR_MASTER_KEY_FILE');
    const text = await readFile(join(folder, 'new.key'), 'utf8');
    expect(Buffer.from(text, 'base64')).toHaveLength(32);
    expect(first.stderr).not.toContain(text.trim());
    expect((await stat(join(folder, 'new.key'))).mode & 0o777).toBe(0o600);
    expect((await here('keys', 'create', '--out', 'new.key')).code).toBe(1);
    expect(await readFile(join(folder, 'new.key'), 'utf8')).toBe(text);
  });

  it('create an organisation with its seats once, and list it', async () => {
    const created = await here(...create, '--member', 'desk=caseworker,coordinator');
    expect(created.code).toBe(0);
    expect(created.stdout).toMatch(/^[0-9a-f-]{36} {2}Families First\n {2}[0-9a-f-]{36} {2}desk/);
    const again = await here(...create);
    expect(again).toMatchObject({ code: 1, stdout: '' });
    const usual = await here('organisation', 'create', '--name', 'Second', '--phone', '+000 001');
    expect(usual.stdout.match(/caseworker-1|reviewer-[12]|coordinator-1|steward-1/g)).toHaveLength(
      5,
    );
    const { stdout } = await here('organisation', 'list');
    expect(stdout).toContain('caseworker, coordinator');
    expect(stdout).toContain('Second');
  });

  it('name every bad argument of an organisation', async () => {
    const bad = ['--phone', '0', '--member', 'desk=boss'];
    const { code, stderr } = await here('organisation', 'create', '--name', ' ', ...bad);
    expect(code).toBe(1);
    for (const option of ['--name', '--phone', '--member']) expect(stderr).toContain(option);
  });

  it('export a recovery key alone on standard output, and prove it', async () => {
    expect((await here('keys', 'status')).stdout).toMatch(/exported {2}never\n.*proved {4}never/);
    const exported = await here('keys', 'export');
    expect(exported.stdout).toMatch(keyPattern);
    recoveryKey = exported.stdout.trim();
    const slip = (recoveryKey.startsWith('A') ? 'B' : 'A') + recoveryKey.slice(1);
    const refused = await runAthar(['keys', 'prove'], { cwd: folder, input: slip });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('slip of the pen');
    const proved = await runAthar(['keys', 'prove'], { cwd: folder, input: `${recoveryKey}\n` });
    expect(proved.code).toBe(0);
    expect((await here('keys', 'status')).stdout).not.toContain('never');
  });

  it('ask before a new export makes a proved one worthless', async () => {
    const unasked = await here('keys', 'export');
    expect(unasked).toMatchObject({ code: 1, stdout: '' });
    expect(unasked.stderr).toContain('worthless');
    const earlier = recoveryKey;
    recoveryKey = (await here('keys', 'export', '--yes')).stdout.trim();
    const { code, stderr } = await runAthar(['keys', 'prove'], { cwd: folder, input: earlier });
    expect(code).toBe(1);
    expect(stderr).toContain('not the last one exported');
    expect((await here('keys', 'status')).stdout).toMatch(/proved {4}never/);
  });

  it('have a lost master key back from the database and the recovery key', async () => {
    const lost = join(folder, 'data/secrets/master.key');
    await rename(lost, join(folder, 'kept.key'));
    expect((await here('keys', 'status')).stderr).toContain('There is no master key');
    const out = ['--out', 'data/secrets/master.key'];
    const wrong = `${recoveryKey.slice(0, -1)}${recoveryKey.endsWith('0') ? '1' : '0'}`;
    const refused = await runAthar(['keys', 'recover', ...out], { cwd: folder, input: wrong });
    expect(refused.code).toBe(1);
    const { code } = await runAthar(['keys', 'recover', ...out], {
      cwd: folder,
      input: recoveryKey,
    });
    expect(code).toBe(0);
    expect(await readFile(lost, 'utf8')).toBe(await readFile(join(folder, 'kept.key'), 'utf8'));
    expect((await stat(lost)).mode & 0o777).toBe(0o600);
    const third = ['organisation', 'create', '--name', 'Third', '--phone', '+000 002'];
    expect((await here(...third)).code).toBe(0);
  });

  it('export nothing for a master key that is not the data’s own', async () => {
    const env = { ATHAR_MASTER_KEY_FILE: join(folder, 'new.key') };
    const { code, stdout, stderr } = await runAthar(['keys', 'export', '--yes'], {
      cwd: folder,
      env,
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('another master key');
  });

  it('take migrations back only when told twice, and run them again', async () => {
    expect(await here('migrate')).toMatchObject({ code: 0, stdout: '' });
    expect((await here('migrate', '--down', '1')).code).toBe(1);
    const down = await here('migrate', '--down', '1', '--yes');
    const name = /^down {2}(\S+)\n$/.exec(down.stdout)?.[1];
    expect(name).toBeDefined();
    expect((await here('migrate')).stdout).toBe(`up    ${name}\n`);
  });

  it('say which process to stop first', async () => {
    const holder = startAthar(['keys', 'prove'], { cwd: folder });
    await lockHeldBy(holder);
    const { code, stderr } = await here('audit', 'verify');
    holder.kill('SIGTERM');
    expect((await atharEnded(holder)).code).toBe(143);
    expect(code).toBe(1);
    expect(stderr).toContain(`in use by process ${holder.pid}`);
    expect(stderr).toContain('Stop it first');
  });
});

/** Waits for the command to sit at its prompt, its data folder open. */
async function lockHeldBy(holder: ChildProcess): Promise<void> {
  const postmaster = join(folder, 'data/postgres/postmaster.pid');
  while (holder.exitCode === null) {
    const text = await readFile(postmaster, 'utf8').catch(() => '');
    if (text.includes('ready')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('the commands of an operator, on a database elsewhere', () => {
  const addressesOf = (urls: TestDatabase['urls']): Record<string, string> => ({
    DATABASE_URL: urls.app,
    DATABASE_OWNER_URL: urls.owner,
    DATABASE_MATCHER_URL: urls.matcher,
    DATABASE_QUEUE_URL: urls.queue,
  });

  it('provision and migrate a bare server, twice to the same end', async () => {
    const server = await startPostgres();
    try {
      const url = new URL(server.adminUrl);
      url.pathname = '/athar_made';
      const addressOf = (user: string): string => {
        url.username = user;
        url.password = 'p%40ss';
        return url.href;
      };
      const env = {
        DATABASE_ADMIN_URL: server.adminUrl,
        DATABASE_URL: addressOf('athar_app'),
        DATABASE_OWNER_URL: addressOf('athar_owner'),
        DATABASE_MATCHER_URL: addressOf('athar_matcher'),
        DATABASE_QUEUE_URL: addressOf('athar_queue'),
      };
      const early = await runAthar(['audit', 'verify'], { cwd: folder, env });
      expect(early.code).toBe(1);
      for (const newly of [true, false]) {
        const provisioned = await runAthar(['provision'], { cwd: folder, env });
        expect(provisioned).toMatchObject({ code: 0 });
        expect(provisioned.stderr).not.toContain('p%40ss');
        const migrated = await runAthar(['migrate'], { cwd: folder, env });
        expect(migrated.code).toBe(0);
        expect(migrated.stdout !== '').toBe(newly);
      }
      const service = { ...env, DATABASE_ADMIN_URL: '' };
      expect((await runAthar(['organisation', 'list'], { cwd: folder, env: service })).code).toBe(
        0,
      );
      const swapped = { ...env, DATABASE_MATCHER_URL: env.DATABASE_URL };
      const refused = await runAthar(['provision'], { cwd: folder, env: swapped });
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain(
        'DATABASE_MATCHER_URL: expected the user name athar_matcher',
      );
    } finally {
      await server.stop();
    }
  });

  it('find the event of the audit trail that was tampered with', async () => {
    const database = await startDatabase();
    try {
      const env = {
        ...addressesOf(database.urls),
        ATHAR_MASTER_KEY: database.masterKey.bytes.toString('base64'),
      };
      const made = await runAthar(create, { cwd: folder, env });
      const id = made.stdout.slice(0, 36);
      await runAthar(['organisation', 'create', '--name', 'Whole', '--phone', '+000'], {
        cwd: folder,
        env,
      });
      await withOwner(database.urls.owner, async (manager) => {
        for (let n = 0; n < 3; n += 1) {
          await manager.query(`SELECT record_audit($1, NULL, 'case.read', 'case', NULL, '{}')`, [
            id,
          ]);
        }
      });
      const whole = await runAthar(['audit', 'verify'], { cwd: folder, env });
      expect(whole.code).toBe(0);
      expect(whole.stdout).toContain(`${id}  3 events whole\n`);
      await withOwner(database.urls.owner, (manager) =>
        manager.query(`UPDATE audit_events SET action = 'case.left' WHERE sequence = 2`),
      );
      const broken = await runAthar(['audit', 'verify'], { cwd: folder, env });
      expect(broken.code).toBe(1);
      expect(broken.stdout).toContain(`${id}  1 event whole, broken at event 2\n`);
      expect(broken.stderr).toContain('broken in 1 of 2 organisations');
      const ownerless = { ...env, DATABASE_OWNER_URL: '' };
      const refused = await runAthar(['audit', 'verify'], { cwd: folder, env: ownerless });
      expect(refused.stderr).toContain('DATABASE_OWNER_URL');
    } finally {
      await database.stop();
    }
  });
});
