import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { formatOf, TABLE_FORMATS } from './format.js';
import { readRows } from './open-table.js';
import { withColumn } from './extended-table.js';
import { openTable } from './open-table.js';
import { OutputClosed, UnknownTableFormat } from './table-error.js';
import { WorkbookTooLarge } from './workbook-error.js';
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

  it.each(TABLE_FORMATS)('writes rows many at a time as one by one, as %s', async (format) => {
    async function* inBatches() {
      yield rows.slice(0, 2);
      yield [];
      yield* await Promise.resolve(rows.slice(2));
    }
    const paths = ['one', 'many'].map((name) => join(folder, `${name}.${format}`));
    const counts = [
      await writeRows(paths[0] ?? '', format, columns, rows),
      await writeRows(paths[1] ?? '', format, columns, inBatches()),
    ];
    expect(counts).toEqual([3, 3]);
    const [one, many] = await Promise.all(paths.map((path) => readFile(path)));
    expect(many).toEqual(one);
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

  it('ends with an error when who was to take it has gone', async () => {
    const stream = new PassThrough();
    function* endless(): Generator<{ id: string }> {
      for (let id = 0; ; id++) {
        if (id === 0) setImmediate(() => stream.destroy());
        yield { id: `${id}` };
      }
    }
    await expect(writeRows(stream, 'csv', ['id'], endless())).rejects.toBeInstanceOf(OutputClosed);
  });

  it('passes on what goes wrong while a workbook is written', async () => {
    const long = [{ id: 'x'.repeat(40_000) }];
    const stream = new PassThrough();
    stream.resume();
    await expect(writeRows(stream, 'xlsx', ['id'], long)).rejects.toBeInstanceOf(WorkbookTooLarge);
    async function* failing(): AsyncGenerator<{ id: string }> {
      yield { id: '1' };
      throw new Error('the source broke');
    }
    await expect(writeRows(stream, 'xlsx', ['id'], failing())).rejects.toThrow('the source broke');
  });
});

describe('writing for spreadsheets', () => {
  const commands = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', ' =1', '＝1', "'=1", "''@x"];
  const plain = ['-3.5', '+963 11 000', "it's", "'quoted'", 'نور', '1-2'];

  it.each(['csv', 'tsv'] as const)('leads in %s what would be a formula', async (format) => {
    const stream = new PassThrough();
    const given = [...commands, ...plain].map((note) => ({ id: '1', '=n': note }));
    await writeRows(stream, format, ['id', '=n'], given, { forSpreadsheet: true });
    stream.end();
    const text = String(await stream.toArray());
    expect(text.startsWith('\uFEFFid')).toBe(true);
    const cells = text
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split(/[,\t]/)[1]);
    expect(cells).toEqual([...['=n', ...commands].map((cell) => `'${cell}`), ...plain]);
  });

  it('is off where nothing is said', async () => {
    const stream = new PassThrough();
    await writeRows(stream, 'csv', ['id'], [{ id: '=1+1' }]);
    stream.end();
    expect(String(await stream.toArray())).toBe('id\n=1+1\n');
  });
});

describe('round trips', () => {
  it('give back any text they were given, but for outer spaces and carriage returns', async () => {
    const letters = [
      'a',
      'ب',
      '"',
      ',',
      '\t',
      '\n',
      ';',
      ' ',
      '😀',
      '=',
      '-',
      "'",
      '＋',
      '@',
      '<',
      '&',
    ];
    const text = fc
      .string({ unit: fc.constantFrom(...letters, '_x0041_', '\u200C', '\u0001') })
      .map((value) => value.trim());
    const anyRows = fc.array(fc.record({ id: fc.nat().map(String), '@a': text, b: text }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...TABLE_FORMATS), anyRows, async (format, given) => {
        fc.pre(format !== 'jsonl' || given.length > 0);
        const stream = new PassThrough();
        const options = { forSpreadsheet: true };
        const columns = ['id', '@a', 'b'];
        const written = writeRows(stream, format, columns, given, options).then(() => stream.end());
        const back = [];
        for await (const row of readRows(stream, format, { headerRow: 1 })) back.push(row.values);
        await written;
        expect(back).toEqual(given.map((row) => ({ ...row })));
      }),
    );
  });

  it.each(['csv', 'tsv', 'xlsx'] as const)(
    'add a column to a %s with doubled headers',
    async (format) => {
      const raw = ['id', 'الاسم', 'group/الاسم', 'reasons'];
      const columns = [...raw, 'الاسم'].map((header, index) => ({ name: `${index}`, header }));
      const given = [{ 0: '1', 1: 'نور', 2: 'x', 3: 'y', 4: 'هدى' }];
      const path = join(folder, `a.${format}`);
      await writeRows(path, format, columns, given);
      const table = await openTable(createReadStream(path), format, { header: 'lenient' });
      expect(table.columns).toEqual([...raw, 'الاسم (2)']);
      const { columns: extended, added } = withColumn(table, 'reasons');
      const rows = [];
      for await (const row of table.rows) rows.push({ ...row.values, [added]: 'too old' });
      await writeRows(path, format, extended, rows);
      const again = await openTable(createReadStream(path), format, { header: 'lenient' });
      expect(again.headers).toEqual([...raw, 'الاسم', 'reasons (2)']);
      for await (const row of again.rows) {
        expect(Object.values(row.values)).toEqual(['1', 'نور', 'x', 'y', 'هدى', 'too old']);
      }
    },
  );

  it('keep what a bad row holds, cells beyond the header too', async () => {
    const file = 'id,name\n1,"Salim\n2,Nur,Huda\n';
    const source = (async function* () {
      yield Buffer.from(file);
    })();
    const table = await openTable(source, 'csv');
    const { columns, added } = withColumn(table, 'why', 1);
    const rows = [];
    for await (const row of table.rows) {
      rows.push({ ...row.values, [added]: row.problems.map(({ code }) => code).join() });
    }
    const path = join(folder, 'bad.csv');
    await writeRows(path, 'csv', columns, rows);
    expect(await readFile(path, 'utf8')).toBe(
      'id,name,column 3,why\n1,"""Salim",,unclosed-quote\n2,Nur,Huda,too-many-cells\n',
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
