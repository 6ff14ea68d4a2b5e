import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { formatOf, TABLE_FORMATS } from './format.js';
import { readRows } from './open-table.js';
import { UnknownTableFormat } from './table-error.js';
import { writeRows } from './write-rows.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tabular-'));
});
afterEach(() => rm(folder, { recursive: true }));

const columns = ['id', { name: 'score', decimals: 3 }, 'note'];
const rows = [
  { id: 'a', score: 0.5, note: 'plain; text' },
  { id: 'b', score: 1, note: 'a "quote", a comma' },
  { id: 'c', score: 1e-9, note: 'two\nlines' },
];

describe('writeRows', () => {
  it('quotes in CSV only where needed', async () => {
    const path = join(folder, 'out.csv');
    expect(await writeRows(path, 'csv', columns, rows)).toBe(3);
    expect(await readFile(path, 'utf8')).toBe(
      'id,score,note\na,0.500,plain; text\nb,1.000,"a ""quote"", a comma"\nc,0.000,"two\nlines"\n',
    );
  });

  it('keeps numbers numbers in JSON Lines', async () => {
    const path = join(folder, 'out.jsonl');
    await writeRows(path, 'jsonl', columns, rows.slice(0, 1));
    expect(await readFile(path, 'utf8')).toBe('{"id":"a","score":0.5,"note":"plain; text"}\n');
  });

  it.each(TABLE_FORMATS)('reads back what it wrote as %s', async (format) => {
    const path = join(folder, `out.${format}`);
    await writeRows(path, formatOf(path), ['id', 'name'], [{ id: '007', name: '=نور\t"x"' }]);
    const back = [];
    for await (const row of readRows(createReadStream(path), format)) back.push(row.values);
    expect(back).toEqual([{ id: '007', name: '=نور\t"x"' }]);
  });

  it('leaves the old file and no other when the rows fail halfway', async () => {
    const path = join(folder, 'out.csv');
    await writeFile(path, 'old');
    async function* failing(): AsyncGenerator<{ id: string }> {
      for (let id = 0; id < 100_000; id++) yield { id: `${id}` };
      throw new Error('the source broke');
    }
    await expect(writeRows(path, 'csv', ['id'], failing())).rejects.toThrow('the source broke');
    expect(await readdir(folder)).toEqual(['out.csv']);
    expect(await readFile(path, 'utf8')).toBe('old');
  });

  it('leaves nothing behind when it is aborted', async () => {
    const stop = new AbortController();
    function* endless(): Generator<{ id: string }> {
      for (let id = 0; ; id++) {
        if (id === 50_000) stop.abort(new Error('stopped'));
        yield { id: `${id}` };
      }
    }
    const path = join(folder, 'out.csv');
    const writing = writeRows(path, 'csv', ['id'], endless(), { signal: stop.signal });
    await expect(writing).rejects.toThrow('stopped');
    expect(await readdir(folder)).toEqual([]);
  });

  it('writes to a stream and leaves it open', async () => {
    const stream = new PassThrough();
    await writeRows(stream, 'tsv', ['id', 'name'], [{ id: '1', name: 'a\tb' }]);
    expect(stream.writableEnded).toBe(false);
    stream.end();
    expect(String(await stream.toArray())).toBe('id\tname\n1\t"a\tb"\n');
  });

  it('gives back any text it was given, but for outer spaces and carriage returns', async () => {
    const text = fc
      .string({ unit: fc.constantFrom('a', 'ب', '"', ',', '\t', '\n', ';', ' ', '😀') })
      .map((value) => value.trim());
    const anyRows = fc.array(fc.record({ id: fc.nat().map(String), a: text, b: text }));
    const formats = fc.constantFrom<'csv' | 'tsv' | 'jsonl'>('csv', 'tsv', 'jsonl');
    await fc.assert(
      fc.asyncProperty(formats, anyRows, async (format, given) => {
        fc.pre(format !== 'jsonl' || given.length > 0);
        const stream = new PassThrough();
        const written = writeRows(stream, format, ['id', 'a', 'b'], given).then(() => stream.end());
        const back = [];
        for await (const row of readRows(stream, format)) back.push(row.values);
        await written;
        expect(back).toEqual(given.map((row) => ({ ...row })));
      }),
    );
  });
});

describe('formatOf', () => {
  it('goes by the ending, in any case', () => {
    expect(['a.CSV', 'b.tsv', 'c.d/e.jsonl', 'f.XLSX'].map(formatOf)).toEqual([
      'csv',
      'tsv',
      'jsonl',
      'xlsx',
    ]);
  });

  it.each(['list', 'list.xls', 'a.csv/list', 'x.constructor'])('refuses %s', (name) => {
    expect(() => formatOf(name)).toThrow(UnknownTableFormat);
    expect(() => formatOf(name)).toThrow(/\.csv, .*\.xlsx/);
  });
});
