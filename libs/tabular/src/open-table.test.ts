import { NotUtf8 } from './encoding-error.js';
import { BadHeader, EmptyTable } from './table-error.js';
import { openTable, readRows } from './open-table.js';
import type { TableFormat } from './format.js';
import type { TableLimits, TableRow } from './table.js';

async function* bytes(content: string | Buffer, size = 7): AsyncGenerator<Buffer> {
  const all = Buffer.from(content);
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}

async function read(
  content: string | Buffer,
  format: TableFormat = 'csv',
  limits: Partial<TableLimits> = {},
): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of readRows(bytes(content), format, limits)) rows.push(row);
  return rows;
}

function outline(rows: readonly TableRow[]): unknown[] {
  return rows.map((row) =>
    row.problems.length > 0
      ? [row.line, ...row.problems.map((problem) => `${problem.field}: ${problem.code}`)]
      : [row.line, ...Object.values(row.values)],
  );
}

describe('reading comma-separated text', () => {
  it('gives the header before the rows', async () => {
    const table = await openTable(bytes('id, name \n1,سليم الحلبي\n'), 'csv');
    expect(table.columns).toEqual(['id', 'name']);
  });

  it('takes a byte order mark, CRLF, quoted separators and blank lines', async () => {
    const rows = await read(
      '\uFEFFid,name\r\n\r\n1,"Salim, son of ""Abu Nur"""\r\n,\r\n2, Nur \r\n',
    );
    expect(rows).toEqual([
      { line: 3, values: { id: '1', name: 'Salim, son of "Abu Nur"' }, problems: [] },
      { line: 5, values: { id: '2', name: 'Nur' }, problems: [] },
    ]);
  });

  it('counts lines through quoted line ends and keeps them as \\n', async () => {
    const rows = await read('id,marks\n1,"scar\r\non arm"\n2,none');
    expect(outline(rows)).toEqual([
      [2, '1', 'scar\non arm'],
      [4, '2', 'none'],
    ]);
  });

  it('reads what spreadsheets write where the list separator is a semicolon', async () => {
    expect(outline(await read('id;name\n1;Salim\n'))).toEqual([[2, '1', 'Salim']]);
  });

  it('loses only the row whose quote is not closed', async () => {
    const rows = await read('id,name\n1,"Salim\n2,Nur\n3,"Huda"\n4,Rami\n');
    expect(outline(rows)).toEqual([
      [2, 'name: unclosed-quote'],
      [3, '2', 'Nur'],
      [4, '3', 'Huda'],
      [5, '4', 'Rami'],
    ]);
  });

  it('loses only the last row where its quote is not closed', async () => {
    const rows = await read('id,name\n1,"Salim\n2,Nur');
    expect(outline(rows)).toEqual([
      [2, 'name: unclosed-quote'],
      [3, '2', 'Nur'],
    ]);
  });

  it('does not take several rows for one where two stray quotes meet', async () => {
    const rows = await read('id,name,sex\n1,Salim,"m\n2,Nur,f\n3,Rami",m\n4,Huda,f\n');
    expect(outline(rows).slice(1)).toEqual([
      [3, '2', 'Nur', 'f'],
      [4, '3', 'Rami"', 'm'],
      [5, '4', 'Huda', 'f'],
    ]);
  });

  it('names row and column of what cannot be used and goes on', async () => {
    const rows = await read('id,name,sex\n1,Salim\n2,Nur,f,x\n3,Ra\0mi,m\n4,"Hu"da,f\n5,Adel,m\n');
    expect(outline(rows)).toEqual([
      [2, 'sex: too-few-cells'],
      [3, 'column 4: too-many-cells'],
      [4, 'name: nul-character'],
      [5, 'name: text-after-quote'],
      [6, '5', 'Adel', 'm'],
    ]);
  });

  it('bounds rows and cells without holding them', async () => {
    const long = 'x'.repeat(300);
    const limits = { maxRowBytes: 100, maxCellLength: 50 };
    const rows = await read(`id,name\n1,${long}\n2,${'y'.repeat(60)}\n3,Nur\n`, 'csv', limits);
    expect(outline(rows)).toEqual([
      [2, 'id: row-too-long'],
      [3, 'name: cell-too-long'],
      [4, '3', 'Nur'],
    ]);
  });

  it('keeps a column called __proto__ an ordinary column', async () => {
    const [row] = await read('id,__proto__\n1,x\n');
    expect(Object.keys(row?.values ?? {})).toEqual(['id', '__proto__']);
  });
});

describe('refusing a file', () => {
  it('names the line that is not UTF-8 and what to do', async () => {
    const damaged = Buffer.concat([
      Buffer.from('id,name\n1,نور\n2,سلي'),
      Buffer.from([0xd9]),
      Buffer.from('\n3,هدى\n'),
    ]);
    const error = await read(damaged).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(NotUtf8);
    expect((error as NotUtf8).problems[0]).toMatchObject({ row: 3, code: 'not-utf-8' });
    expect((error as NotUtf8).message).toContain('Save the file again as UTF-8');
  });

  it.each(['csv', 'tsv', 'jsonl', 'xlsx'] as const)('says of an empty %s that it is', (format) =>
    expect(read('', format)).rejects.toBeInstanceOf(EmptyTable),
  );

  it('asks of empty JSON Lines for no row of column names', () =>
    expect(read('', 'jsonl')).rejects.toThrow('each line must be a JSON object'));

  it('reads a header without rows as a table without rows', async () => {
    expect(await read('id,name\n')).toEqual([]);
    expect(await read('id,name')).toEqual([]);
  });

  it.each([
    ['id,name,id\n', 'column 3', 'duplicate-column'],
    ['id,,name\n', 'column 2', 'empty-column-name'],
    ['id,na\u0007me\n', 'column 2', 'bad-column-name'],
    ['id,"name\n', 'column 2', 'unclosed-quote'],
    [`${'a,'.repeat(9)}b\n`, 'header', 'too-many-columns'],
  ])('names the column of a header that cannot be used: %j', async (content, field, code) => {
    const error = await read(content, 'csv', { maxColumns: 5 }).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(BadHeader);
    expect((error as BadHeader).problems[0]).toMatchObject({ field, code });
  });

  it('drops nameless columns at the end', async () => {
    expect(outline(await read('id,name,,\n1,Nur,,\n'))).toEqual([[2, '1', 'Nur']]);
  });
});

describe('reading tab-separated text', () => {
  it('splits at tabs only', async () => {
    expect(outline(await read('id\tname\n1\tSalim, Nur; Huda\n', 'tsv'))).toEqual([
      [2, '1', 'Salim, Nur; Huda'],
    ]);
  });
});

describe('reading JSON Lines', () => {
  it('turns scalars and lists into text', async () => {
    const line = '{"id":12,"marks":["scar","tattoo"],"sex":null,"known":true,"name":" نور "}';
    const [row] = await read(`${line}\n`, 'jsonl');
    expect(row?.values).toEqual({
      id: '12',
      marks: 'scar;tattoo',
      sex: '',
      known: 'true',
      name: 'نور',
    });
  });

  it('names what cannot be used and goes on', async () => {
    const rows = await read(
      'not json\n[1]\n{"id":12345678901234567890}\n{"id":{"a":1}}\n{"id":["a;b"]}\n{"id":"6"}\n',
      'jsonl',
    );
    expect(outline(rows)).toEqual([
      [1, 'line: not-a-json-object'],
      [2, 'line: not-a-json-object'],
      [3, 'id: number-not-exact'],
      [4, 'id: not-a-cell'],
      [5, 'id: separator-in-list'],
      [6, '6'],
    ]);
  });

  it('takes the columns from the first line that can be read', async () => {
    const table = await openTable(bytes('oops\n{"id":"1","name":"Nur"}\n'), 'jsonl');
    expect(table.columns).toEqual(['id', 'name']);
  });
});
