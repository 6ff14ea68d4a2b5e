import fc from 'fast-check';
import { CodedError } from '@athar/diagnostics';
import { openTable } from './open-table.js';
import {
  bytesOf,
  outline,
  readAll,
  rowsXml,
  sheetOfTexts,
  textCell,
  workbook,
  workbookParts,
  zip,
} from '../test/made-workbook.js';
import { BadHeader } from './table-error.js';
import {
  NotAWorkbook,
  OldWorkbook,
  WorkbookEncrypted,
  WorkbookNotReadable,
  WorkbookTooLarge,
} from './workbook-error.js';

const megabyte = 1024 * 1024;
const oneSheet = (inside: string | Buffer): Buffer => workbook({ sheets: { a: inside } });
const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

describe('refusing a workbook', () => {
  it('stops at what really unpacks', async () => {
    const bomb = oneSheet(Buffer.alloc(8 * megabyte, 0x20));
    expect(bomb.length).toBeLessThan(20_000);
    await expect(readAll(bomb, { maxUnpackedBytes: megabyte })).rejects.toBeInstanceOf(
      WorkbookTooLarge,
    );
  });

  it('does not believe what the archive declares', async () => {
    const parts = workbookParts({ sheets: { a: Buffer.alloc(8 * megabyte, 0x20) } });
    const lying = zip(parts.map((part) => ({ ...part, claimed: 1000 })));
    await expect(readAll(lying)).rejects.toBeInstanceOf(WorkbookNotReadable);
  });

  it('stops where a part is packed as no table is', async () => {
    const row = '<row><c t="inlineStr"><is><t>a</t></is></c></row>';
    const bomb = oneSheet(`<sheetData>${row.repeat(300_000)}</sheetData>`);
    await expect(readAll(bomb)).rejects.toBeInstanceOf(WorkbookTooLarge);
  });

  it('stops there before it gave a row', async () => {
    const row = '<row><c t="inlineStr"><is><t>a</t></is></c></row>';
    const bomb = oneSheet(
      `<sheetData>${rowsXml([['id', 'name']])}${row.repeat(300_000)}</sheetData>`,
    );
    await expect(openTable(bytesOf(bomb), 'xlsx')).rejects.toBeInstanceOf(WorkbookTooLarge);
  });

  it('bounds the texts that cells share', async () => {
    const shared = `<si><t>${'x'.repeat(1000)}</t></si>`.repeat(2000);
    const sheet = `<sheetData>${rowsXml([
      ['id', 'name'],
      ['1', 'Nur'],
    ])}</sheetData>`;
    const file = workbook({ sheets: { a: sheet }, shared });
    await expect(readAll(file, { maxSharedTextBytes: megabyte })).rejects.toBeInstanceOf(
      WorkbookTooLarge,
    );
  });

  it('refuses rows and columns that no sheet has', async () => {
    const far = `<sheetData><row r="4000000">${textCell('A4000000', 'id')}</row></sheetData>`;
    const hidden = `<sheetData><row r='4e9'></row></sheetData>`;
    const wide = `<sheetData><row r="1">${textCell('XFE1', 'id')}</row></sheetData>`;
    await expect(readAll(oneSheet(far))).rejects.toBeInstanceOf(WorkbookTooLarge);
    await expect(readAll(oneSheet(hidden))).rejects.toBeInstanceOf(WorkbookNotReadable);
    await expect(readAll(oneSheet(wide))).rejects.toBeInstanceOf(WorkbookNotReadable);
  });

  it('refuses rows and cells out of their order, which would change places', async () => {
    const rows = `<sheetData><row r="2">${textCell('A2', 'x')}</row><row r="1">${textCell('A1', 'id')}</row></sheetData>`;
    const cells = `<sheetData><row r="1">${textCell('B1', 'x')}${textCell('A1', 'id')}</row></sheetData>`;
    await expect(readAll(oneSheet(rows))).rejects.toBeInstanceOf(WorkbookNotReadable);
    await expect(readAll(oneSheet(cells))).rejects.toBeInstanceOf(WorkbookNotReadable);
  });

  it('takes far cells for what they are without filling what lies between', async () => {
    const far = `<sheetData><row r="1">${textCell('A1', 'id')}</row><row r="1000000">${textCell('XFD1000000', 'x')}</row></sheetData>`;
    expect(outline((await readAll(oneSheet(far))).rows)).toEqual([
      [1_000_000, 'column 2: too-many-cells'],
    ]);
    const header = `<sheetData><row r="1">${textCell('A1', 'id')}${textCell('XFD1', 'x')}</row></sheetData>`;
    await expect(readAll(oneSheet(header))).rejects.toBeInstanceOf(BadHeader);
  });

  it('expands no entities', async () => {
    const dtd = '<!DOCTYPE worksheet [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const sheet = Buffer.from(
      `${dtd}<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`,
    );
    await expect(readAll(oneSheet(sheet))).rejects.toBeInstanceOf(WorkbookNotReadable);
  });

  it('bounds cells, rows and depth', async () => {
    const big = oneSheet(
      `<sheetData><row>${textCell('A1', 'id')}</row><row>${textCell('A2', 'x'.repeat(5 * megabyte))}</row></sheetData>`,
    );
    await expect(readAll(big)).rejects.toBeInstanceOf(WorkbookTooLarge);
    const long = sheetOfTexts([
      ['id', 'name'],
      ['1', 'x'.repeat(300)],
      ['2', 'Nur'],
    ]);
    const { rows } = await readAll(long, { maxRowBytes: 200 });
    expect(outline(rows)).toEqual([
      [2, 'row: row-too-long'],
      [3, '2', 'Nur'],
    ]);
    await expect(readAll(oneSheet('<a>'.repeat(500)))).rejects.toBeInstanceOf(WorkbookNotReadable);
  });

  it('says of other files what they are', async () => {
    const old = Buffer.concat([compound, Buffer.alloc(600)]);
    const locked = Buffer.concat([
      compound,
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    const parts = workbookParts({ sheets: { a: '' } });
    await expect(readAll(old)).rejects.toBeInstanceOf(OldWorkbook);
    await expect(readAll(locked)).rejects.toBeInstanceOf(WorkbookEncrypted);
    await expect(
      readAll(zip(parts.map((part) => ({ ...part, encrypted: true })))),
    ).rejects.toBeInstanceOf(WorkbookEncrypted);
    await expect(readAll(zip([{ name: 'a.txt', content: 'a' }]))).rejects.toBeInstanceOf(
      NotAWorkbook,
    );
    await expect(readAll(zip([{ name: 'xl/workbook.bin', content: 'a' }]))).rejects.toBeInstanceOf(
      NotAWorkbook,
    );
    await expect(readAll(Buffer.from('id,name\n1,Nur\n'))).rejects.toBeInstanceOf(
      WorkbookNotReadable,
    );
  });

  it('refuses two parts of one name and too many parts', async () => {
    const parts = workbookParts({ sheets: { a: '' } });
    await expect(readAll(zip([...parts, ...parts.slice(-1)]))).rejects.toBeInstanceOf(
      WorkbookNotReadable,
    );
    const many = Array.from({ length: 2001 }, (_, index) => ({ name: `p${index}`, content: '' }));
    await expect(readAll(zip(many))).rejects.toBeInstanceOf(WorkbookTooLarge);
  });

  it('refuses more bytes than its bound before it looks into them', async () => {
    await expect(readAll(Buffer.alloc(2000), { maxWorkbookBytes: 1000 })).rejects.toBeInstanceOf(
      WorkbookTooLarge,
    );
  });

  it('never fails but with a coded error, whatever bytes are damaged', async () => {
    const whole = sheetOfTexts([
      ['id', 'name'],
      ['1', 'Nur'],
      ['2', 'سليم'],
    ]);
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (bytes, cut) => {
        const file = Buffer.from(cut % 4 === 0 ? whole.subarray(0, cut) : whole);
        for (const [at, byte] of bytes) if (at < file.length) file[at] = byte;
        const error: unknown = await readAll(file).catch((cause: unknown) => cause);
        if (error instanceof Error) expect(error).toBeInstanceOf(CodedError);
      }),
      { numRuns: 300 },
    );
  });

  it('never fails but with a coded error, whatever stands in the sheet', async () => {
    const piece = fc.constantFrom(
      '<row>',
      '</row>',
      '<row r="2">',
      '<c>',
      '<c r="B1" t="s">',
      '</c>',
      '<v>',
      '</v>',
      '<is><t>',
      '</t></is>',
      'x',
      '1',
      '&amp;',
      '&x;',
      '<![CDATA[',
      ']]>',
      '<f/>',
      '<mergeCell ref="A1:B9"/>',
      '\u0000',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const error: unknown = await readAll(
          oneSheet(`<sheetData>${pieces.join('')}</sheetData>`),
        ).catch((cause: unknown) => cause);
        if (error instanceof Error) expect(error).toBeInstanceOf(CodedError);
      }),
      { numRuns: 300 },
    );
  });
});
