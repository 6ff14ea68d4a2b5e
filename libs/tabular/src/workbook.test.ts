import { crc32, deflateRawSync } from 'node:zlib';
import writeExcelFile from 'write-excel-file/node';
import { openTable } from './open-table.js';
import { WorkbookNotReadable, WorkbookTooLarge } from './table-error.js';
import type { TableLimits, TableRow } from './table.js';

interface Part {
  name: string;
  content: string | Buffer;
  /** What the archive claims the part unpacks to, where it lies. */
  claimed?: number;
}

/** A ZIP archive as the format says; node:zlib's crc32 is newer than the Node we support. */
function zip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed } of parts) {
    const plain = Buffer.from(content as string);
    const packed = deflateRawSync(plain);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(8, 4);
    fixed.writeUInt32LE(typeof crc32 === 'function' ? crc32(plain) : 0, 10);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(claimed ?? plain.length, 18);
    fixed.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fixed, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fixed, tail, Buffer.from(name));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, central, Buffer.from('PK\x05\x06'), end]);
}

function workbook(sheet: string | Buffer, claimed?: number): Buffer {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zip([
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="${relation}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: sheet,
      ...(claimed === undefined ? {} : { claimed }),
    },
  ]);
}

const cell = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

async function read(file: Buffer, limits: Partial<TableLimits> = {}): Promise<TableRow[]> {
  const table = await openTable(
    (async function* () {
      yield file;
    })(),
    'xlsx',
    limits,
  );
  const rows: TableRow[] = [];
  for await (const row of table.rows) rows.push(row);
  return rows;
}

describe('reading a workbook', () => {
  it('gives texts, whole numbers, dates and booleans as a spreadsheet shows them', async () => {
    const file = await writeExcelFile([
      ['id', 'name', 'age', 'photo_date', 'share', 'known'],
      [
        { value: 1, type: Number },
        { value: ' نور ', type: String },
        { value: 12, type: Number },
        { value: new Date(Date.UTC(2013, 4, 6)), type: Date, format: 'dd/mm/yyyy' },
        { value: 0.1 + 0.2, type: Number },
        { value: true, type: Boolean },
      ],
      [],
      [{ value: 2, type: Number }, 'Salim'],
    ]).toBuffer();
    const rows = await read(file);
    expect(rows).toEqual([
      {
        line: 2,
        problems: [],
        values: {
          id: '1',
          name: 'نور',
          age: '12',
          photo_date: '2013-05-06',
          share: '0.3',
          known: 'true',
        },
      },
      {
        line: 4,
        problems: [],
        values: { id: '2', name: 'Salim', age: '', photo_date: '', share: '', known: '' },
      },
    ]);
  });

  it('names the column of a cell beyond the header', async () => {
    const sheet = `<worksheet><sheetData><row r="1">${cell('A1', 'id')}</row><row r="2">${cell('A2', '1')}${cell('B2', 'x')}</row></sheetData></worksheet>`;
    const [row] = await read(workbook(sheet));
    expect(row?.problems[0]).toMatchObject({ field: 'column 2', row: 2, code: 'too-many-cells' });
  });
});

describe('refusing a workbook', () => {
  it('stops at what really unpacks, not at what the archive declares', async () => {
    const bomb = Buffer.alloc(8 * 1024 * 1024, 0x20);
    const limits = { maxWorkbookBytes: 1024 * 1024 };
    const honest = workbook(bomb);
    expect(honest.length).toBeLessThan(20_000);
    await expect(read(honest, limits)).rejects.toBeInstanceOf(WorkbookTooLarge);
    await expect(read(workbook(bomb, 1000), limits)).rejects.toBeInstanceOf(WorkbookTooLarge);
  });

  it('refuses a small sheet that spans too many rows or columns', async () => {
    const far = `<worksheet><sheetData><row r="4000000">${cell('A4000000', 'id')}</row></sheetData></worksheet>`;
    const wide = `<worksheet><sheetData><row r="1">${cell('A1', 'id')}</row><row r="1000000">${cell('XFD1000000', 'x')}</row></sheetData></worksheet>`;
    await expect(read(workbook(far))).rejects.toBeInstanceOf(WorkbookTooLarge);
    await expect(read(workbook(wide))).rejects.toBeInstanceOf(WorkbookTooLarge);
  });

  it('refuses places written so that a check may miss them', async () => {
    const hidden = `<worksheet><sheetData><row r='4e9'></row></sheetData></worksheet>`;
    await expect(read(workbook(hidden))).rejects.toBeInstanceOf(WorkbookNotReadable);
  });

  it('refuses what is no workbook', async () => {
    await expect(read(Buffer.from('id,name\n1,Nur\n'))).rejects.toBeInstanceOf(WorkbookNotReadable);
    await expect(read(zip([{ name: 'a.txt', content: 'a' }]))).rejects.toBeInstanceOf(
      WorkbookNotReadable,
    );
  });

  it('refuses more bytes than its bound before it looks into them', async () => {
    await expect(read(Buffer.alloc(2000), { maxWorkbookBytes: 1000 })).rejects.toBeInstanceOf(
      WorkbookTooLarge,
    );
  });
});
