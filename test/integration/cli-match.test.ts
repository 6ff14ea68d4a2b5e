import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atharEnded, runAthar, startAthar, type Ended } from '../support/athar-command.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'athar-cli-'));
});
afterEach(() => rm(folder, { recursive: true }));

const run = (...args: string[]): Promise<Ended> => runAthar(args, { cwd: folder });

async function put(files: Record<string, string>): Promise<void> {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
}

const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

const lists = {
  'reports.csv':
    'id,name,birth_date,last_seen_date\nr1,Samer Youssef al-Kassir,1981,2012-11\nr2,سلمى خوري,,\n',
  'registry.csv':
    'id,name,age,photo_date\ne1,سامر يوسف القصير,32,2013-05\ne2,رامي نصار,20,2013-06\n',
};

describe('athar match', () => {
  it('ranks the entries of each report', async () => {
    await put(lists);
    const { code } = await run('match', 'reports.csv', 'registry.csv', '--out', 'out.csv');
    expect(code).toBe(0);
    const lines = (await read('out.csv')).split('\n');
    expect(lines[0]).toBe('report_id,rank,entry_id,probability,bits');
    expect(lines[1]).toMatch(/^r1,1,e1,0\.\d{12},-?\d+\.\d{2}$/);
  });

  it('explains bits that add up', async () => {
    await put(lists);
    await run('match', 'reports.csv', 'registry.csv', '--explain', '--out', 'out.jsonl');
    const rows = (await read('out.jsonl')).trim().split('\n');
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      const { bits, ...rest } = JSON.parse(row) as Record<string, number>;
      const items = Object.entries(rest).filter(([name]) => name.startsWith('bits_'));
      expect(items.map(([name]) => name)).toContain('bits_prior');
      const sum = items.reduce((total, [, value]) => total + value, 0);
      expect(sum).toBeCloseTo(bits ?? NaN, 6);
    }
  });

  it('leaves out what is less probable than asked for', async () => {
    await put(lists);
    await run(
      'match',
      'reports.csv',
      'registry.csv',
      '--min-probability',
      '0.3',
      '--expected-matches',
      '1',
      '--out',
      'out.csv',
    );
    const rows = (await read('out.csv')).trim().split('\n').slice(1);
    for (const row of rows) expect(Number(row.split(',')[3])).toBeGreaterThanOrEqual(0.3);
  });

  it('refuses to look for no true pair at all', async () => {
    await put(lists);
    const args = ['match', 'reports.csv', 'registry.csv', '--expected-matches', '0'];
    const { code, stderr } = await run(...args, '--out', 'out.csv');
    expect(code).toBe(1);
    expect(stderr).toContain('Give a number from 0.001');
    expect(await readdir(folder)).not.toContain('out.csv');
  });

  it('names a cell that cannot be read and goes on with the other rows', async () => {
    await put({ ...lists, 'reports.csv': `${lists['reports.csv']}r3,Rami Nassar,yesterday,\n` });
    const { code, stderr } = await run('match', 'reports.csv', 'registry.csv', '--out', 'out.csv');
    expect(code).toBe(2);
    expect(stderr).toContain('reports.csv: line 4, column birth_date: expected');
    expect(stderr).not.toContain('yesterday');
    expect(await read('out.csv')).toContain('r1,1,e1');
  });

  it('gives the same with worker threads, and reads its own workbooks', async () => {
    await run('simulate', '--persons', '150', '--registry', '60', '--seed', '3', '--out', '.');
    const args = ['match', 'reports.csv', 'registry.csv', '--limit', '2', '--explain'];
    await run(...args, '--threads', '1', '--out', 'one.csv');
    const { code } = await run(...args, '--threads', '2', '--out', 'two.csv');
    expect(code).toBe(0);
    expect(await read('two.csv')).toBe(await read('one.csv'));
    await run(...args, '--out', 'names.xlsx');
    const workbook = await run('names', 'names.xlsx', 'names.xlsx', '--out', 'x.csv');
    expect(workbook.stderr).toContain('unknown column "report_id"');
  });

  it('says that it was stopped while it reads a list', async () => {
    await put(lists);
    const running = startAthar(['match', 'reports.csv', '-', '--out', 'out.csv'], { cwd: folder });
    const ended = atharEnded(running);
    // It waits for standard input when it has refused the first row there.
    running.stdin?.write('{"id":"","name":"x"}\n');
    await new Promise((resolve) => running.stderr?.once('data', resolve));
    running.kill('SIGINT');
    const { code, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toContain('Stopped: nothing was written to out.csv.');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stops at %s and leaves no file behind',
    async (signal) => {
      await run('simulate', '--persons', '4000', '--registry', '3000', '--seed', '3', '--out', '.');
      const before = await readdir(folder);
      const args = ['match', 'reports.csv', 'registry.csv', '--threads', '2', '--out', 'out.csv'];
      const running = startAthar(args, { cwd: folder });
      const ended = atharEnded(running);
      while (!(await readdir(folder)).some((name) => name.endsWith('.part'))) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      running.kill(signal);
      const { code } = await ended;
      expect(code).toBe(signal === 'SIGINT' ? 130 : 143);
      expect(await readdir(folder)).toEqual(before);
    },
  );
});

describe('athar simulate', () => {
  it('writes the same bytes for the same seed, others for another', async () => {
    const digest = async (seed: string, out: string): Promise<string> => {
      const { code } = await run(
        'simulate',
        '--persons',
        '80',
        '--registry',
        '60',
        '--seed',
        seed,
        '--out',
        out,
      );
      expect(code).toBe(0);
      const files = ['reports.csv', 'registry.csv', 'truth.csv'];
      expect(await readdir(join(folder, out))).toEqual([...files].sort());
      const hash = createHash('sha256');
      for (const file of files) hash.update(await read(join(out, file)));
      return hash.digest('hex');
    };
    const first = await digest('1', 'a');
    expect(await digest('1', 'b')).toBe(first);
    expect(await digest('2', 'c')).not.toBe(first);
    expect(await read('a/truth.csv')).toMatch(/^report_id,entry_id\nr\d+,e\d+\n/);
  });
});

describe('athar', () => {
  it('tells its version and its help with examples', async () => {
    expect(await run('--version')).toMatchObject({ code: 0, stdout: '0.1.0\n' });
    for (const command of ['names', 'match', 'simulate']) {
      const { code, stdout } = await run(command, '--help');
      expect(code).toBe(0);
      expect(stdout).toContain(`Examples:\n  athar ${command}`);
    }
  });
});
