import { readSheet } from 'read-excel-file/universal';
import writeExcelFile from 'write-excel-file/node';
import {
  bytesOf,
  outline,
  readAll,
  rowsXml,
  sheetOfTexts,
  textCell,
  workbook,
} from '../test/made-workbook.js';
import { listSheets } from './open-table.js';
import { NoSuchHeaderRow } from './table-error.js';
import { NoSuchSheet } from './workbook-error.js';
import { workbookOf } from './write-workbook.js';

const data = (rows: string): string => `<sheetData>${rows}</sheetData>`;
const formats = (...codes: string[]): string => {
  const own = codes.map(
    (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`,
  );
  const styles = codes.map((_, index) => `<xf numFmtId="${164 + index}"/>`);
  return `<numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>${styles.join('')}</cellXfs>`;
};

/** The one cell below a header, made of its XML. */
async function oneCell(xml: string, more: { styles?: string; since1904?: boolean } = {}) {
  const sheet = data(`<row r="1">${textCell('A1', 'x')}</row><row r="2">${xml}</row>`);
  const { rows } = await readAll(workbook({ sheets: { a: sheet }, ...more }));
  return rows[0]?.problems[0]?.code ?? rows[0]?.values.x;
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
    const { table, rows } = await readAll(file);
    expect(table.columns).toEqual(['id', 'name', 'age', 'photo_date', 'share', 'known']);
    expect(outline(rows)).toEqual([
      [2, '1', 'نور', '12', '2013-05-06', '0.3', 'true'],
      [4, '2', 'Salim', '', '', '', ''],
    ]);
  });

  it('writes what another reader reads', async () => {
    const chunks: Buffer[] = [];
    const rows = [{ id: '007', score: 0.5, note: '=1+1 <&> "نور"\n_x0041_' }];
    const columns = [{ name: 'id' }, { name: 'score', decimals: 2 }, { name: 'note' }];
    for await (const chunk of workbookOf(columns, rows)) chunks.push(chunk);
    const sheet = await readSheet(new Blob([new Uint8Array(Buffer.concat(chunks))]));
    expect(sheet[0]).toEqual(['id', 'score', 'note']);
    expect(sheet[1]?.slice(0, 2)).toEqual(['007', 0.5]);
    expect(String(sheet[1]?.[2])).toContain('=1+1 <&> "نور"\n');
  });

  it('reads shared, inline and rich texts, without readings, under any prefix', async () => {
    const shared = '<si><t>id</t></si><si><r><rPr><b/></rPr><t>Sa</t></r><r><t>lim</t></r></si>';
    const phonetic = '<si><t>Nur</t><rPh sb="0" eb="1"><t>X</t></rPh></si>';
    const rows = `<x:row><x:c t="s"><x:v>0</x:v></x:c></x:row><x:row><x:c t="s"><x:v>1</x:v></x:c></x:row>
      <x:row><x:c t="s"><x:v>2</x:v></x:c></x:row><x:row><x:c t="s"><x:v>9</x:v></x:c></x:row>`;
    const sheet = Buffer.from(
      `<x:worksheet xmlns:x="m"><x:sheetData>${rows}</x:sheetData></x:worksheet>`,
    );
    const file = workbook({ sheets: { a: sheet }, shared: shared + phonetic });
    const { rows: read } = await readAll(file);
    expect(outline(read)).toEqual([
      [2, 'Salim'],
      [3, 'Nur'],
      [4, 'id: damaged-cell'],
    ]);
  });

  it.each([
    ['1.23456789012345E+14', 0, '123456789012345'],
    ['1E-7', 0, '0.0000001'],
    ['0.30000000000000004', 0, '0.3'],
    ['1234567890123456', 0, 'number-not-exact'],
    ['42', 2, '00042'],
    ['123456789', 3, '0123-456-789'],
    ['41400', 1, '2013-05-06'],
    ['41400.333333333336', 4, '2013-05-06T08:00:00'],
    ['0.5', 5, '12:00'],
    ['-3', 1, 'bad-date'],
    ['1', 1, '1900-01-01'],
    ['61', 1, '1900-03-01'],
    ['1e9', 1, 'bad-date'],
    ['x', 0, 'damaged-cell'],
  ])('shows the number %s in style %s as %s', async (value, style, shown) => {
    const styles = formats(
      '00000',
      '0000\\-000\\-000',
      'yyyy\\-mm\\-dd hh:mm',
      '[$-409]h:mm AM/PM',
    );
    expect(await oneCell(`<c r="A2" s="${style}"><v>${value}</v></c>`, { styles })).toBe(shown);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const cell = '<c r="A2" s="1"><v>39938</v></c>';
    expect(await oneCell(cell, { styles: formats(), since1904: true })).toBe('2013-05-06');
  });

  it.each([
    ['<c r="A2"><f>1+1</f><v>2</v></c>', '2'],
    ['<c r="A2" t="str"><f>A1</f><v>نور</v></c>', 'نور'],
    ['<c r="A2" t="e"><f>Z1</f><v>#REF!</v></c>', 'formula-error'],
    ['<c r="A2"><f>1+1</f></c>', 'formula-without-value'],
    ['<c r="A2" t="d"><v>2013-05-06T00:00:00</v></c>', '2013-05-06'],
    ['<c r="A2" t="inlineStr"><is><t>a_x000D_b</t></is></c>', 'a\rb'],
  ])('takes the value of %s', async (xml, value) => {
    expect(await oneCell(xml)).toBe(value);
  });

  it('names the column of a cell beyond the header and keeps the cell', async () => {
    const { rows } = await readAll(sheetOfTexts([['id'], ['1', 'x']]));
    expect(rows[0]?.problems[0]).toMatchObject({ field: 'column 2', code: 'too-many-cells' });
    expect(rows[0]?.values).toEqual({ id: '1', 'column 2': 'x' });
  });
});

describe('choosing a sheet', () => {
  const file = workbook({
    sheets: {
      notes: data(rowsXml([['hidden notes']])),
      people: `<dimension ref="A1:B3"/>${data(
        rowsXml([
          ['id', 'group/name'],
          ['1', 'Nur'],
        ]),
      )}`,
      children: data(
        rowsXml([
          ['id', '_parent_index'],
          ['7', '1'],
        ]),
      ),
    },
    hidden: ['notes'],
  });

  it('lists all, with the rows that they declare', async () => {
    expect(await listSheets(bytesOf(file))).toEqual([
      { name: 'notes', hidden: true },
      { name: 'people', hidden: false, rows: 3 },
      { name: 'children', hidden: false },
    ]);
  });

  it('takes the first that is shown, or the one of a name or place', async () => {
    expect((await readAll(file)).table.columns).toEqual(['id', 'group/name']);
    const { table, rows } = await readAll(file, { sheet: 'children' });
    expect([table.sheet, outline(rows)]).toEqual(['children', [[2, '7', '1']]]);
    expect((await readAll(file, { sheet: 3 })).table.sheet).toBe('children');
    await expect(readAll(file, { sheet: 4 })).rejects.toBeInstanceOf(NoSuchSheet);
    await expect(readAll(file, { sheet: 'nobody' })).rejects.toBeInstanceOf(NoSuchSheet);
  });
});

describe('finding the header', () => {
  it('passes over titles and says which row it took', async () => {
    const rows = [
      ['A list of names'],
      [],
      ['source:', ''],
      ['id', 'name', 'age', 'city'],
      ['1', 'Nur', '4', 'x'],
      ['2', 'Salim', '5', 'y'],
    ];
    const { table, rows: read } = await readAll(sheetOfTexts(rows));
    expect([table.headerRow, table.columns]).toEqual([4, ['id', 'name', 'age', 'city']]);
    expect(read.map((row) => row.line)).toEqual([5, 6]);
  });

  it('passes over empty columns, and names a nameless one that is filled as the sheet does', async () => {
    const list = (...cells: string[]) =>
      sheetOfTexts([['A list', '', ''], ['id', '', 'name'], ['1', '', 'Amrun'], cells]);
    const { table, rows } = await readAll(list('2', '', 'Belun'));
    expect(table.columns).toEqual(['id', 'column 2', 'name']);
    expect(rows[1]?.values).toEqual({ id: '2', 'column 2': '', name: 'Belun' });
    await expect(readAll(list('2', 'x', 'Belun'))).rejects.toMatchObject({
      problems: [{ field: 'B2', code: 'empty-column-name' }],
    });
  });

  it('takes the row that it is told', async () => {
    const file = sheetOfTexts([
      ['a', 'b'],
      ['id', 'name'],
      ['1', 'Nur'],
    ]);
    const { table, rows } = await readAll(file, { headerRow: 2 });
    expect([table.headerRow, outline(rows)]).toEqual([2, [[3, '1', 'Nur']]]);
    await expect(readAll(file, { headerRow: 9 })).rejects.toBeInstanceOf(NoSuchHeaderRow);
  });

  it('joins a row of groups with the row below it as the merged cells tell', async () => {
    const merges =
      '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/><mergeCell ref="D2:E2"/><mergeCell ref="A1:E1"/></mergeCells>';
    const rows = [
      ['Title'],
      ['id', 'name', '', 'birth'],
      ['', 'given', 'family', 'year', 'place'],
      ['1', 'Nur', 'H', '1990', 'x'],
      ['2', 'Huda', 'H', '1991', 'y'],
    ];
    const { table, rows: read } = await readAll(sheetOfTexts(rows, merges));
    expect(table.columns).toEqual([
      'id',
      'name / given',
      'name / family',
      'birth / year',
      'birth / place',
    ]);
    expect([table.headerRow, read.map((row) => row.line)]).toEqual([3, [4, 5]]);
  });

  it('leaves merged cells below the header as they are', async () => {
    const merges = '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>';
    const { rows } = await readAll(
      sheetOfTexts(
        [
          ['id', 'name'],
          ['1', 'Nur'],
          ['', 'Huda'],
        ],
        merges,
      ),
    );
    expect(outline(rows)).toEqual([
      [2, '1', 'Nur'],
      [3, '', 'Huda'],
    ]);
  });
});
