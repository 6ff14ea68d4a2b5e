import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const athar = join(process.cwd(), 'dist/apps/cli/src/main.js');

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Running {
  ended: Promise<Ended>;
  kill: (signal: NodeJS.Signals) => void;
  stdin: NodeJS.WritableStream;
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'athar-cli-'));
});
afterEach(() => rm(folder, { recursive: true }));

function start(...args: string[]): Running {
  const child = spawn(process.execPath, [athar, ...args], { cwd: folder });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({
        code,
        stdout: String(Buffer.concat(stdout)),
        stderr: String(Buffer.concat(stderr)),
      }),
    );
  });
  return { ended, kill: (signal) => void child.kill(signal), stdin: child.stdin };
}

function run(...args: string[]): Promise<Ended> {
  return start(...args).ended;
}

async function put(files: Record<string, string | Buffer>): Promise<void> {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
}

const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

const names = {
  'queries.csv': 'id,name\nq1,Houssein al-Halabi\nq2,Rami Nassar\n',
  'pool.csv': 'id,name\na,حسين الحلبي\nb,رامي نصار\nc,سلمى خوري\n',
};

const lists = {
  'reports.csv':
    'id,name,birth_date,last_seen_date\nr1,Samer Youssef al-Kassir,1981,2012-11\nr2,سلمى خوري,,\n',
  'registry.csv':
    'id,name,age,photo_date\ne1,سامر يوسف القصير,32,2013-05\ne2,رامي نصار,20,2013-06\n',
};

describe('athar names', () => {
  it('writes the most similar names of the pool, best first, with fixed decimals', async () => {
    await put(names);
    const { code, stdout } = await run(
      'names',
      'queries.csv',
      'pool.csv',
      '--limit',
      '2',
      '--out',
      'out.csv',
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const lines = (await read('out.csv')).split('\n');
    expect(lines[0]).toBe('query_id,rank,id,score');
    expect(lines[1]).toMatch(/^q1,1,a,[01]\.\d{6}$/);
    expect(lines[3]).toMatch(/^q2,1,b,[01]\.\d{6}$/);
    expect(lines).toHaveLength(6);
    expect(await readdir(folder)).toEqual(['out.csv', 'pool.csv', 'queries.csv']);
  });

  it('takes JSON Lines from standard input and gives them to standard output', async () => {
    await put(names);
    const running = start('names', '-', 'pool.csv', '--limit', '1', '--out', '-');
    running.stdin.end('{"id":7,"name":"سلمى خوري"}\n');
    const { code, stdout } = await running.ended;
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ query_id: '7', rank: 1, id: 'c' });
  });

  it('names bad rows by line and column, leaves them out and ends with 2', async () => {
    await put({
      ...names,
      'queries.csv': 'id,name\nq1,Halabi\nq1,Nassar\n,Khoury\nq4,\nq5,a,b\nq6,"c\n',
    });
    const { code, stderr } = await run('names', 'queries.csv', 'pool.csv', '--out', 'out.tsv');
    expect(code).toBe(2);
    expect(stderr).toContain('queries.csv: line 3, column id: expected an id of its own; line 2');
    expect(stderr).toContain('queries.csv: line 4, column id: expected an id\n');
    expect(stderr).toContain('queries.csv: line 5, column name: expected a name\n');
    expect(stderr).toContain('queries.csv: line 6, column 3: expected 2 cells, found 3');
    expect(stderr).toContain('queries.csv: line 7, column name: expected a closing double quote');
    expect(stderr).toContain('1 query (5 bad left out) and ');
    const queried = (await read('out.tsv')).trim().split('\n').slice(1);
    expect(new Set(queried.map((line) => line.split('\t')[0]))).toEqual(new Set(['q1']));
  });

  it('does not write over one of its own lists', async () => {
    await put({ ...names, 'queries.csv': 'id,name\nq1,Halabi\n' });
    const { code, stderr } = await run('names', 'queries.csv', 'pool.csv', '--out', './pool.csv');
    expect(code).toBe(1);
    expect(stderr).toContain('would be lost');
    expect(await read('pool.csv')).toBe(names['pool.csv']);
  });

  it('refuses an unknown column, naming the nearest, unless told to go on', async () => {
    await put({ ...names, 'queries.csv': 'id,nmae,name\nq1,x,Halabi\n' });
    const refused = await run('names', 'queries.csv', 'pool.csv', '--out', 'out.csv');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('unknown column "nmae"');
    expect(refused.stderr).toContain('Did you mean "name"?');
    expect(await readdir(folder)).not.toContain('out.csv');
    const told = await run(
      'names',
      'queries.csv',
      'pool.csv',
      '--ignore-unknown',
      '--out',
      'out.csv',
    );
    expect(told.code).toBe(0);
  });

  it.each([
    ['a file that is not there', ['names', 'none.csv', 'pool.csv', '--out', 'o.csv'], 'none.csv'],
    ['an ending it cannot write', ['names', 'queries.csv', 'pool.csv', '--out', 'o.pdf'], '.xlsx'],
    [
      'a folder that is not there',
      ['names', 'queries.csv', 'pool.csv', '--out', 'x/o.csv'],
      'no such',
    ],
    ['two lists from one standard input', ['names', '-', '-', '--out', 'o.csv'], 'standard input'],
    [
      'a limit of nothing',
      ['names', 'queries.csv', 'pool.csv', '--limit', '0', '--out', 'o.csv'],
      '1 to',
    ],
    ['a missing --out', ['names', 'queries.csv', 'pool.csv'], '--out'],
    [
      'a column that must be there',
      ['names', 'ids.csv', 'pool.csv', '--out', 'o.csv'],
      'missing column "name"',
    ],
    [
      'bytes that are no UTF-8',
      ['names', 'arabic.csv', 'pool.csv', '--out', 'o.csv'],
      'is not UTF-8 and its encoding is unclear from line 2 on',
    ],
  ])('ends with 1 and a sentence for %s', async (_, args, sentence) => {
    const arabic = Buffer.concat([Buffer.from('id,name\n1,'), Buffer.from([0xd3, 0xe1])]);
    await put({ ...names, 'ids.csv': 'id\n1\n', 'arabic.csv': arabic });
    const before = await readdir(folder);
    const { code, stderr, stdout } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain(' at ');
    expect(await readdir(folder)).toEqual(before);
  });

  it('ends quietly when standard output is closed early', async () => {
    const many = Array.from({ length: 3000 }, (_, id) => `q${id},سامر القصير`).join('\n');
    await put({ ...names, 'queries.csv': `id,name\n${many}\n` });
    const shell = spawn(
      'bash',
      ['-c', `"$0" "$1" names queries.csv pool.csv --out - | head -n 1`, process.execPath, athar],
      { cwd: folder },
    );
    const stderr: Buffer[] = [];
    shell.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    await new Promise((resolve) => shell.on('close', resolve));
    expect(String(Buffer.concat(stderr))).not.toContain('EPIPE');
  });
});

describe('athar match', () => {
  it('ranks the entries of each report', async () => {
    await put(lists);
    const { code } = await run('match', 'reports.csv', 'registry.csv', '--out', 'out.csv');
    expect(code).toBe(0);
    const lines = (await read('out.csv')).split('\n');
    expect(lines[0]).toBe('report_id,rank,entry_id,probability,bits');
    expect(lines[1]).toMatch(/^r1,1,e1,0\.\d{6},-?\d+\.\d{2}$/);
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

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stops at %s and leaves no file behind',
    async (signal) => {
      await run('simulate', '--persons', '4000', '--registry', '3000', '--seed', '3', '--out', '.');
      const before = await readdir(folder);
      const running = start(
        'match',
        'reports.csv',
        'registry.csv',
        '--threads',
        '2',
        '--out',
        'out.csv',
      );
      while (!(await readdir(folder)).some((name) => name.endsWith('.part'))) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      running.kill(signal);
      const { code } = await running.ended;
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
