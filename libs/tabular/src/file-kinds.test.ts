import { openTable, type TableFormat } from './index.js';

async function* bytes(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

async function told(content: string, format: TableFormat, size = 3): Promise<string> {
  const file = Buffer.concat([Buffer.from(content, 'latin1'), Buffer.alloc(200, 0xe3)]);
  return openTable(bytes(file, size), format, { needRows: true }).then(
    () => 'read',
    (error: Error) => error.message,
  );
}

describe('a file that is no table, whatever its ending says', () => {
  it.each([
    ['%PDF-1.7\n', 'a PDF'],
    ['PK\x03\x04\x14\0', 'an .xlsx workbook or another ZIP archive'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old .xls workbook'],
    ['\xff\xd8\xff\xe0', 'a picture'],
    ['\x89PNG\r\n\x1a\n', 'a picture'],
    ['\x1f\x8b\x08\0', 'packed with gzip'],
    ['\n <!DOCTYPE html><html>', 'a web page'],
    ['\xef\xbb\xbf<html lang="ar">', 'a web page'],
    ['<?xml version="1.0"?>', 'an XML document'],
    ['{\\rtf1', 'a text with layout'],
  ])('is called what it is: %j', async (begin, what) => {
    for (const format of ['csv', 'tsv', 'jsonl'] as const) {
      const message = await told(begin, format);
      expect(message).toContain(`The file is ${what}`);
      expect(message).not.toMatch(/encoding|UTF-8 text/);
    }
    expect(await told(begin, 'csv', 500)).toContain(`The file is ${what}`);
  });

  it('is called so under the ending of a workbook too', async () => {
    expect(await told('%PDF-1.7', 'xlsx')).toContain('a PDF, not an .xlsx workbook');
    expect(await told('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'xlsx')).toContain('old .xls workbook');
  });

  it('does not mistake text that begins alike', async () => {
    for (const header of ['P', '<name>,id', 'II,x', '%PD', 'PK,name']) {
      const table = await openTable(bytes(Buffer.from(`${header}\n1,2\n`), 1), 'csv');
      expect(table.headers.join(',')).toBe(header);
      await table.close();
    }
  });
});

describe('a table without rows', () => {
  const open = (text: string) =>
    openTable(bytes(Buffer.from(text), 4), 'csv', { needRows: true }).then(
      async ({ rows }) => {
        let count = 0;
        for await (const row of rows) count += row.line > 0 ? 1 : 0;
        return count;
      },
      (error: { code: string }) => error.code,
    );

  it('is refused where rows are needed, and loses none otherwise', async () => {
    expect(await open('id,name\n')).toBe('no-rows');
    expect(await open('id,name\n,\n\n')).toBe('no-rows');
    expect(await open('')).toBe('empty-table');
    expect(await open('id,name\n1,a\n2,b\n')).toBe(2);
  });
});
