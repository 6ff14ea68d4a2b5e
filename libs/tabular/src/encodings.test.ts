import { TextDecoder } from 'node:util';
import fc from 'fast-check';
import { CodedError } from '@athar/diagnostics';
import { bytesOf, outline } from '../test/made-workbook.js';
import { encodingOf, type TableEncoding } from './encoding.js';
import { EncodingUnclear, EncodingUnknown, NotInEncoding, NotUtf8 } from './encoding-error.js';
import { TABLE_FORMATS } from './format.js';
import { openTable } from './open-table.js';
import type { ReadOptions, TableRow } from './table.js';

/** Text as bytes of a single-byte encoding. */
function encoded(text: string, encoding: TableEncoding): Buffer {
  const all = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, at) => at));
  return Buffer.from([...text].map((letter) => all.indexOf(letter)));
}

function utf16(text: string, encoding: TableEncoding): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}

async function read(file: Buffer, options: ReadOptions = {}, size = 1000) {
  const table = await openTable(bytesOf(file, size), 'csv', options);
  const rows: TableRow[] = [];
  for await (const row of table.rows) rows.push(row);
  return { encoding: table.encoding, columns: table.columns, rows };
}

const arabic = 'الرقم,الاسم\r\n1,سليم الحلبي\r\n2,نور حداد\r\n';
const french = 'numéro,nom\n1,Hélène Élan\n2,François Crête\n3,Łukasz\n'.replace('Ł', 'L');
const turkish = 'sıra,ad\n1,Ayşe Yıldız\n2,Çağrı Işık\n';

describe('telling encodings apart', () => {
  it.each<[string, TableEncoding, Buffer, string]>([
    ['UTF-8', 'utf-8', Buffer.from(arabic), 'سليم الحلبي'],
    ['marked UTF-8', 'utf-8', Buffer.from(`\uFEFF${arabic}`), 'سليم الحلبي'],
    ['marked UTF-16 LE', 'utf-16le', utf16(`\uFEFF${arabic}`, 'utf-16le'), 'سليم الحلبي'],
    ['marked UTF-16 BE', 'utf-16be', utf16(`\uFEFF${arabic}`, 'utf-16be'), 'سليم الحلبي'],
    ['bare UTF-16 LE', 'utf-16le', utf16(arabic, 'utf-16le'), 'سليم الحلبي'],
    ['bare UTF-16 BE', 'utf-16be', utf16(arabic, 'utf-16be'), 'سليم الحلبي'],
    ['bare UTF-16 of ASCII', 'utf-16le', utf16('id,name\n1,Salim\n', 'utf-16le'), 'Salim'],
    ['windows-1256', 'windows-1256', encoded(arabic, 'windows-1256'), 'سليم الحلبي'],
    ['French of windows-1252', 'windows-1252', encoded(french, 'windows-1252'), 'Hélène Élan'],
    ['Turkish of windows-1254', 'windows-1254', encoded(turkish, 'windows-1254'), 'Ayşe Yıldız'],
    [
      'capitals of windows-1252',
      'windows-1252',
      encoded('n,nom\n1,ÉTÉ CÔTÉ\n', 'windows-1252'),
      'ÉTÉ CÔTÉ',
    ],
  ])('reads %s', async (_, encoding, file, name) => {
    const { rows, ...table } = await read(file, {}, 7);
    expect(table.encoding).toBe(encoding);
    expect(Object.values(rows[0]?.values ?? {})[1]).toBe(name);
  });

  it('reads windows-1256 that has French words in it', async () => {
    const text = 'prénom,nom\n1,سليم\n2,نور\n3,Hélène\n4,هدى\n';
    const { encoding, rows } = await read(encoded(text, 'windows-1256'));
    expect([encoding, rows[2]?.values.nom]).toEqual(['windows-1256', 'Hélène']);
  });

  it('judges by the first letters that are not ASCII, however late they come', async () => {
    const ascii = 'id,name\n' + '1,Salim\n'.repeat(20_000);
    const { encoding, rows } = await read(
      Buffer.concat([Buffer.from(ascii), encoded('2,سليم الحلبي\n', 'windows-1256')]),
    );
    expect([encoding, rows.at(-1)?.values.name]).toEqual(['windows-1256', 'سليم الحلبي']);
  });

  it.each([
    ['too little of it', encoded('id,name\n1,و\n', 'windows-1256')],
    [
      'half French, half Arabic',
      Buffer.concat([
        encoded('id,nom\n1,Élan Ñandú Òlo\n', 'windows-1252'),
        encoded('2,سليم\n3,نور\n', 'windows-1256'),
      ]),
    ],
    ['ISO 8859-6', encoded(arabic, 'iso-8859-6')],
    ['Cyrillic', Buffer.from('id,name\n1,\xc8\xe2\xe0\xed\xee\xe2 \xcf\xe5\xf2\xf0\n', 'latin1')],
  ])('refuses to guess: %s', async (_, file) => {
    const error: unknown = await read(file).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(EncodingUnclear);
    expect(String(error)).toMatch(/name the encoding: windows-1256, .*iso-8859-6/);
  });

  it('reads what it is told, whatever it looks like', async () => {
    const { encoding, rows } = await read(encoded(arabic, 'iso-8859-6'), {
      encoding: 'iso-8859-6',
    });
    expect([encoding, rows[1]?.values['الاسم']]).toEqual(['iso-8859-6', 'نور حداد']);
  });

  it('is not held up by words as long as a row', async () => {
    const word = `${'a'.repeat(200_000)}${'\xe9'.repeat(9)}`;
    const file = Buffer.from(`n${' '.repeat(200_000)}m,${word}\n`, 'latin1');
    await expect(read(file)).rejects.toBeInstanceOf(CodedError);
  });

  it('takes names of encodings as people write them', () => {
    expect(encodingOf(' Windows_1256 ')).toBe('windows-1256');
    expect(() => encodingOf('koi8-r')).toThrow(EncodingUnknown);
  });
});

describe('a slow sender', () => {
  it.each(['id,name\n', 'الرقم,الاسم\n'])('is given the header %j at once', async (header) => {
    const source = (async function* () {
      yield Buffer.from(header);
      throw new Error('the connection broke');
    })();
    const table = await openTable(source, 'csv');
    expect(table.columns).toHaveLength(2);
    await expect(table.rows[Symbol.asyncIterator]().next()).rejects.toThrow('connection broke');
  });
});

describe('bytes that do not fit', () => {
  it('are an error with their line, not a spoiled text', async () => {
    const first = encoded(`${arabic}${'3,نور\n'.repeat(30_000)}`, 'windows-1256');
    const later = Buffer.concat([first, Buffer.from('4,سليم الحلبي\n')]);
    const error: unknown = await read(later).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(NotInEncoding);
    expect((error as NotInEncoding).problems[0]?.row).toBe(30_004);
    const odd = Buffer.concat([
      utf16(`\uFEFF${arabic}`, 'utf-16le'),
      Buffer.from([0x00, 0xd8, 0x0a, 0x00]),
    ]);
    await expect(read(odd)).rejects.toMatchObject({ problems: [{ row: 4 }] });
    await expect(read(utf16(arabic, 'utf-16le').subarray(0, -1))).rejects.toBeInstanceOf(
      NotInEncoding,
    );
    await expect(
      read(encoded(arabic, 'windows-1256'), { encoding: 'utf-8' }),
    ).rejects.toBeInstanceOf(NotUtf8);
  });

  it('stop French that turns into Arabic', async () => {
    const file = Buffer.concat([
      encoded(french + '4,Hélène\n'.repeat(20_000), 'windows-1252'),
      encoded('5,سليم الحلبي\n'.repeat(20_000), 'windows-1256'),
    ]);
    await expect(read(file)).rejects.toBeInstanceOf(EncodingUnclear);
  });
});

describe('line ends and what is not seen', () => {
  it('takes all line ends in one file, wherever its chunks part', async () => {
    const file = Buffer.from('id,name\r1,Nur\r\n2,"a\r\nb"\n\r3,Huda\r\r4,Rami');
    for (const size of [1, 2, 3, 1000]) {
      expect(outline((await read(file, {}, size)).rows)).toEqual([
        [2, '1', 'Nur'],
        [3, '2', 'a\nb'],
        [6, '3', 'Huda'],
        [8, '4', 'Rami'],
      ]);
    }
  });

  it('loses no row after an overlong one that ends in a lone carriage return', async () => {
    const file = Buffer.from(`id,name\r1,${'x'.repeat(300)}\r2,Nur\r3,Huda\r`);
    for (const size of [1, 5, 309, 310, 1000]) {
      expect(outline((await read(file, { maxRowBytes: 100 }, size)).rows).slice(1)).toEqual([
        [3, '2', 'Nur'],
        [4, '3', 'Huda'],
      ]);
    }
  });

  it('drops direction marks, keeps what parts letters inside a word', async () => {
    const { columns, rows } = await read(
      Buffer.from('\u200Fالا\u200Bسم\u200E,\u2067x\u2069\nسليم\u200F,\u202Eمی\u200Cروم\u202C\n'),
    );
    expect(columns).toEqual(['الاسم', 'x']);
    expect(outline(rows)).toEqual([[2, 'سليم', 'می\u200Cروم']]);
  });

  it('tells of NUL and half characters in their row and keeps what can be stored', async () => {
    const { rows } = await read(Buffer.from('id,name\n1,Nu\0r\n2,Huda\n'));
    expect(outline(rows)).toEqual([
      [2, 'name: nul-character'],
      [3, '2', 'Huda'],
    ]);
    expect(rows[0]?.values.name).toBe('Nur');
    const lines = Buffer.from('{"id":"1","name":"x\\ud800"}\n{"id":"2","\\u0000":"y"}\n');
    const table = await openTable(bytesOf(lines), 'jsonl');
    const codes = [];
    for await (const row of table.rows) codes.push(row.problems.map(({ code }) => code));
    expect(codes).toEqual([['half-character'], ['bad-column-name']]);
  });

  it('follows what a spreadsheet says about its separator, and tabs', async () => {
    expect(outline((await read(Buffer.from('sep=;\nid;name, all\n1;Nur\n'))).rows)).toEqual([
      [3, '1', 'Nur'],
    ]);
    expect(outline((await read(Buffer.from('id\tname\n1\tNur, Huda\n'))).rows)).toEqual([
      [2, '1', 'Nur, Huda'],
    ]);
  });
});

describe('whatever comes', () => {
  it('is read or refused with a code', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x00, 0xc7, 0xe1, 0xd9, 0x85, 0x41), {
        maxLength: 200,
      }),
    );
    const chosen = fc.constantFrom(...TABLE_FORMATS);
    await fc.assert(
      fc.asyncProperty(
        bytes,
        chosen,
        fc.integer({ min: 1, max: 50 }),
        async (given, format, size) => {
          const reading = async (): Promise<void> => {
            const table = await openTable(bytesOf(Buffer.from(given), size), format, {
              maxRowBytes: 64,
            });
            for await (const row of table.rows)
              expect(JSON.stringify(row.values)).not.toContain('\\u0000');
          };
          const error: unknown = await reading().catch((cause: unknown) => cause);
          if (error !== undefined) expect(error).toBeInstanceOf(CodedError);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps each row in its place in every encoding', async () => {
    const names = ['سليم الحلبي', 'نور', 'Salim', 'هدى حداد', ''];
    const table = fc.array(fc.constantFrom(...names), { minLength: 3, maxLength: 40 });
    const encodings = fc.constantFrom<TableEncoding>(
      'utf-8',
      'utf-16le',
      'utf-16be',
      'windows-1256',
    );
    const ends = fc.constantFrom('\n', '\r\n', '\r');
    await fc.assert(
      fc.asyncProperty(
        table,
        encodings,
        ends,
        fc.integer({ min: 1, max: 99 }),
        async (cells, encoding, end, size) => {
          const text = ['id,الاسم', ...cells.map((cell, index) => `${index},${cell}`)].join(end);
          const file =
            encoding === 'utf-8'
              ? Buffer.from(text)
              : encoding === 'windows-1256'
                ? encoded(text, encoding)
                : utf16(text, encoding);
          const { rows } = await read(file, {}, size);
          expect(outline(rows)).toEqual(cells.map((cell, index) => [index + 2, `${index}`, cell]));
        },
      ),
    );
  });
});
