import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTable } from '@athar/tabular';
import { athar, atharEnded, runAthar, startAthar, type Ended } from '../support/athar-command.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'athar-cli-'));
});
afterEach(() => rm(folder, { recursive: true }));

const run = (...args: string[]): Promise<Ended> => runAthar(args, { cwd: folder });

async function put(files: Record<string, string | Buffer>): Promise<void> {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
}

const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

const names = {
  'queries.csv': 'id,name\nq1,Houssein al-Halabi\nq2,Rami Nassar\n',
  'pool.csv': 'id,name\na,حسين الحلبي\nb,رامي نصار\nc,سلمى خوري\n',
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
    expect(lines.find((line) => line.startsWith('q2,1'))).toMatch(/^q2,1,b,[01]\.\d{6}$/);
    expect(lines.filter((line) => line.endsWith(',0.000000'))).toEqual([]);
    expect(await readdir(folder)).toEqual(['out.csv', 'pool.csv', 'queries.csv']);
  });

  it('gives the same with worker threads, in the order of the queries', async () => {
    const given = ['سامر', 'Rami', 'خالد', 'Houssein', 'ليلى', 'Nour'];
    const family = ['القصير', 'Halabi', 'النجار', 'Nassar', 'الخوري'];
    const all = given.flatMap((first) => family.map((last) => `${first} ${last}`));
    const list = ['id,name', ...all.map((name, id) => `${id},${name}`), ''].join('\n');
    await put({ 'queries.csv': `${list}x,سلمى\ny,Adnan\nz,عدنان\n`, 'pool.csv': list });
    const args = ['names', 'queries.csv', 'pool.csv', '--limit', '3'];
    await run(...args, '--threads', '1', '--out', 'one.csv');
    const { code } = await run(...args, '--threads', '2', '--out', 'two.csv');
    expect(code).toBe(0);
    expect(await read('two.csv')).toBe(await read('one.csv'));
    const written = (await read('two.csv')).trim().split('\n').slice(1);
    const asked = new Set(written.map((line) => line.split(',')[0]));
    expect([...asked]).toEqual([...all.keys()].map(String).concat('x'));
    expect(written.length).toBeGreaterThan(all.length * 2);
  });

  it('takes headers as spreadsheets write them', async () => {
    await put({
      'queries.tsv': 'id\tNAME\nq1\tHoussein\n',
      'pool.csv': '\uFEFFID,Name\r\na,حسين الحلبي\r\n',
    });
    const { code } = await run('names', 'queries.tsv', 'pool.csv', '--out', 'out.csv');
    expect(code).toBe(0);
    expect(await read('out.csv')).toMatch(/\nq1,1,a,/);
  });

  it('tells by file, line and column texts that have no name, and ends with 2', async () => {
    await put({
      'queries.csv': 'id,name\nq1,Houssein\nq2,unknown\n',
      'pool.csv': 'id,name\na,حسين\nb,مجهول الهوية\nc,227\n',
    });
    const { code, stderr } = await run('names', 'queries.csv', 'pool.csv', '--out', 'out.csv');
    expect(code).toBe(2);
    for (const place of ['pool.csv: line 3', 'pool.csv: line 4', 'queries.csv: line 3'])
      expect(stderr).toContain(`${place}, column name: expected a name, found none in the text`);
    expect(stderr).toContain('1 query (1 bad left out) and 1 name (2 bad left out)');
  });

  it('names some of very many bad rows and tells of the others together', async () => {
    const bad = Array.from({ length: 500 }, (_, id) => `b${id},\n`).join('');
    await put({ ...names, 'pool.csv': `id,name\na,حسين الحلبي\n${bad}` });
    const args = ['names', 'queries.csv', 'pool.csv', '--out', 'out.csv'];
    const few = await run(...args);
    expect(few.code).toBe(2);
    expect(few.stderr).toContain('pool.csv: line 3, column name: expected a name\n');
    expect(few.stderr).toContain('480 more rows, column name, for the same reason: lines 23-502 ');
    expect(few.stderr.split('\n').length).toBeLessThan(30);
    const all = await run(...args, '--all-errors');
    expect(all.stderr).toContain('pool.csv: line 502, column name: expected a name\n');
  });

  it('leaves out what scores less than is asked for', async () => {
    await put(names);
    const args = ['names', 'queries.csv', 'pool.csv', '--min-score', '.5', '--out', 'out.csv'];
    expect((await run(...args)).code).toBe(0);
    const written = (await read('out.csv')).trim().split('\n').slice(1);
    expect(written.map((line) => line.slice(0, 6))).toEqual(['q1,1,a', 'q2,1,b']);
  });

  it('writes ids that a spreadsheet would take for formulas as they were given', async () => {
    const ids = ['=1+1', '@x', '+5', '-5', "'7", '007'];
    const pool = ids.map((id) => `${id},حسين الحلبي\n`).join('');
    await put({ 'queries.csv': 'id,name\n=q,حسين الحلبي\n', 'pool.csv': `id,name\n${pool}` });
    await run('names', 'queries.csv', 'pool.csv', '--out', 'out.csv');
    const found = (await read('out.csv')).trim().split('\n').slice(1);
    expect(found.map((line) => line.split(',')[0])).toEqual(ids.map(() => '=q'));
    expect(found.map((line) => line.split(',')[2]).sort()).toEqual(ids.toSorted());
    await run('names', 'queries.csv', 'pool.csv', '--out', 'out.xlsx');
    const { rows } = await openTable(createReadStream(join(folder, 'out.xlsx')), 'xlsx');
    const written: string[] = [];
    for await (const { values } of rows) written.push(values.id ?? '');
    expect(written.sort()).toEqual(ids.toSorted());
  });

  it('says that standard input is no JSON Lines', async () => {
    await put(names);
    for (const command of ['names', 'match']) {
      const args = [command, '-', 'pool.csv', '--out', 'out.csv'];
      const { code, stderr } = await runAthar(args, { cwd: folder, input: names['queries.csv'] });
      expect(code).toBe(1);
      expect(stderr).toContain('standard input: No line holds a JSON object');
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
    expect(await readdir(folder)).toEqual(['pool.csv', 'queries.csv']);
  });

  it('says which of the two lists cannot be read', async () => {
    await put({
      ...names,
      'none.csv': '',
      'lines.jsonl': '{"id":1,"name":"x"}\n{"id":2,"nmae":"x"}\n',
    });
    const empty = await run('names', 'queries.csv', 'none.csv', '--out', 'out.csv');
    expect(empty.stderr).toContain('none.csv: The file is empty');
    const unknown = await run('names', 'lines.jsonl', 'pool.csv', '--out', 'out.csv');
    expect(unknown.stderr).toContain('lines.jsonl, line 2, cannot be used');
  });

  it('says that it was stopped, and leaves nothing behind', async () => {
    await put(names);
    const args = ['names', '-', 'pool.csv', '--out', 'out.csv'];
    const child = startAthar(args, { cwd: folder });
    const ended = atharEnded(child);
    // It waits for standard input when it has refused the first row there.
    child.stdin?.write('{"id":1,"name":""}\n');
    await new Promise((resolve) => child.stderr?.once('data', resolve));
    child.kill('SIGINT');
    const { code, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toContain('Stopped: nothing was written to out.csv.');
    expect(await readdir(folder)).toEqual(['pool.csv', 'queries.csv']);
  });

  it('takes JSON Lines from standard input and gives them to standard output', async () => {
    await put(names);
    const args = ['names', '-', 'pool.csv', '--limit', '1', '--out', '-'];
    const input = '{"id":7,"name":"سلمى خوري"}\n';
    const { code, stdout } = await runAthar(args, { cwd: folder, input });
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
    [
      'an ending it cannot write',
      ['names', 'queries.csv', 'pool.csv', '--out', 'o.pdf'],
      "--out o.pdf: The file's ending is not known. Known endings: .csv",
    ],
    [
      'an ending it cannot read',
      ['names', 'queries.csv', 'p.pdf', '--out', 'o.csv'],
      "p.pdf: The file's ending is not known",
    ],
    [
      'a folder for a list',
      ['names', 'queries.csv', '.', '--out', 'o.csv'],
      'is a folder, not a file',
    ],
    [
      'a file where simulated lists are to be written',
      ['simulate', '--persons', '3', '--registry', '3', '--seed', '1', '--out', 'pool.csv'],
      'is there already, and is no folder: pool.csv',
    ],
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
    await put({ ...names, 'ids.csv': 'id\n1\n', 'arabic.csv': arabic, 'p.pdf': '%PDF' });
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
