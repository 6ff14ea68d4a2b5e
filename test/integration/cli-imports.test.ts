import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withOwner } from '@athar/persistence';
import { atharEnded, runAthar, startAthar, type Ended } from '../support/athar-command.js';
import { startCuttingProxy, type CuttingProxy } from '../support/cutting-proxy.js';
import { startHouse, type House } from '../support/house.js';

let folder: string;
let house: House;
let proxy: CuttingProxy;
let as: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'athar-imports-'));
  house = await startHouse();
  proxy = await startCuttingProxy(house.url);
  const steward = (await house.organisation(['steward'])).members[0]?.id ?? '';
  as = ['--as', steward, '--url', proxy.url];
});
afterAll(async () => {
  await proxy?.stop();
  await house?.stop();
  await rm(folder, { recursive: true, force: true });
});

const athar = (...args: string[]): Promise<Ended> => runAthar([...args, ...as], { cwd: folder });
const into = (title: string): string[] => ['--title', title, '--custodian', 'Invented keepers'];

const rows = (count: number): string =>
  'id,name,remarks\n' +
  Array.from({ length: count }, (_, n) => `n${n},Rami Nassar,${'x'.repeat(900)}\n`).join('');

/** Starts an import and presses Ctrl-C once its import stands so. */
async function stopped(file: string, state: string, work = '', presses = 1): Promise<Ended> {
  const child = startAthar(['import', file, ...into(file), ...as], { cwd: folder });
  const ended = atharEnded(child);
  await withOwner(house.database.urls.owner, async (manager) => {
    if (work !== '') await manager.query(work);
    let found: unknown[] = [];
    while (found.length === 0 && child.exitCode === null) {
      await pause(20);
      found = await manager.query('SELECT 1 FROM imports WHERE state = $1', [state]);
    }
    for (let press = 0; press < presses; press += 1) child.kill('SIGINT');
    await ended;
  });
  return ended;
}

describe('Ctrl-C during athar import', () => {
  it('cancels an import whose file is still coming, says so and to send it again', async () => {
    await writeFile(join(folder, 'long.csv'), rows(3000));
    proxy.cuts.push('hold');
    // As npx passes one press on.
    const { code, stderr } = await stopped('long.csv', 'receiving', '', 2);
    expect(code).toBe(130);
    expect(stderr).toMatch(
      /Import [-0-9a-f]{36} (is cancelled|ended with the upload): nothing was/,
    );
    expect(stderr).toContain('Send the file again');
    const again = await athar('import', 'long.csv', ...into('long.csv'));
    expect(again.stdout).toContain('Are added 3000');
  });

  it('leaves an import alone whose file is there, and says how it stands', async () => {
    await writeFile(join(folder, 'short.csv'), rows(2));
    const held = 'LOCK TABLE entries, entry_sources IN EXCLUSIVE MODE';
    const { code, stderr } = await stopped('short.csv', 'applying', held);
    expect(code).toBe(130);
    expect(stderr).toMatch(/goes on with import [-0-9a-f]{36}: applying, 0 of 2 rows/);
    expect(stderr).toContain('must not be sent again');
    const { stdout } = await athar('imports');
    const id = /import ([-0-9a-f]{36}): applying/.exec(stderr)?.[1] ?? 'none';
    expect(stdout).toContain(id);
  });
});

describe('athar imports', () => {
  it('lists what was brought in, newest first, and what became of it', async () => {
    await writeFile(join(folder, 'one.csv'), 'id,name\na,Rami Nassar\nb,\n');
    const first = await athar('import', 'one.csv', ...into('Listed'), '--dry-run');
    await athar('import', 'one.csv', ...into('Listed'));
    expect(first.code).toBe(2);
    const { code, stdout } = await athar('imports', '--limit', '1');
    expect(code).toBe(0);
    expect(stdout).toMatch(/one\.csv.*\d{4}-\d\d-\d\d \d\d:\d\d.*applied/);
    expect(stdout).toMatch(/entries.*member-1.*rows 2, bad 1, added 1/);
    const none = await athar('imports', '--state', 'undone');
    expect(none).toMatchObject({ code: 0, stdout: '', stderr: 'There is no such import.\n' });
  });
});
