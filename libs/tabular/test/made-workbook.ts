import { crc32, deflateRawSync } from 'node:zlib';
import { openTable } from '../src/open-table.js';
import type { ReadOptions, Table, TableRow } from '../src/table.js';

/** A file inside an archive. */
export interface Part {
  name: string;
  content: string | Buffer;
  /** What the archive claims the part unpacks to, where it lies. */
  claimed?: number;
  encrypted?: boolean;
}

/** A ZIP archive as the format says; node:zlib's crc32 is newer than the Node we support. */
export function zip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed, encrypted } of parts) {
    const plain = Buffer.from(content as string);
    const packed = deflateRawSync(plain);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(encrypted ? 1 : 0, 2);
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

/** What a workbook is made of; its sheets are what stands inside `<worksheet>`, by name. */
export interface MadeWorkbook {
  sheets: Readonly<Record<string, string | Buffer>>;
  hidden?: readonly string[];
  shared?: string;
  styles?: string;
  since1904?: boolean;
}

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook, so that a test can put others in their place. */
export function workbookParts(made: MadeWorkbook): Part[] {
  const names = Object.keys(made.sheets);
  const sheets = names.map((name, index) => {
    const state = made.hidden?.includes(name) ? ' state="hidden"' : '';
    return `<sheet name="${name}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  const properties = made.since1904 ? '<workbookPr date1904="1"/>' : '';
  const targets = [
    ...names.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
    ...(made.shared === undefined ? [] : [['sharedStrings', 'sharedStrings.xml'] as const]),
    ...(made.styles === undefined ? [] : [['styles', 'styles.xml'] as const]),
  ].map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relation}/${type}" Target="${target}"/>`,
  );
  return [
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="${relation}">${properties}<sheets>${sheets.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${targets.join('')}</Relationships>`,
    },
    ...names.map((name, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: Buffer.isBuffer(made.sheets[name])
        ? made.sheets[name]
        : `<worksheet>${made.sheets[name]}</worksheet>`,
    })),
    ...(made.shared === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', content: `<sst>${made.shared}</sst>` }]),
    ...(made.styles === undefined
      ? []
      : [{ name: 'xl/styles.xml', content: `<styleSheet>${made.styles}</styleSheet>` }]),
  ];
}

export function workbook(made: MadeWorkbook): Buffer {
  return zip(workbookParts(made));
}

/** A workbook whose one sheet has these rows of texts from its first row on. */
export function sheetOfTexts(rows: readonly (readonly string[])[], after = ''): Buffer {
  return workbook({ sheets: { a: `<sheetData>${rowsXml(rows)}</sheetData>${after}` } });
}

export function rowsXml(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells, index) => {
      const xml = cells.map((text, column) =>
        text === '' ? '' : textCell(`${String.fromCharCode(65 + column)}${index + 1}`, text),
      );
      return `<row r="${index + 1}">${xml.join('')}</row>`;
    })
    .join('');
}

export function textCell(place: string, text: string): string {
  return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

export async function* bytesOf(file: Buffer, size = 1000): AsyncGenerator<Buffer> {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
}

/** The table of a workbook with all its rows. */
export async function readAll(
  file: Buffer,
  options: ReadOptions = {},
): Promise<{ table: Table; rows: TableRow[] }> {
  const table = await openTable(bytesOf(file), 'xlsx', options);
  const rows: TableRow[] = [];
  for await (const row of table.rows) rows.push(row);
  return { table, rows };
}

/** What stands in the rows, or what is wrong with them, behind their number. */
export function outline(rows: readonly TableRow[]): unknown[] {
  return rows.map((row) =>
    row.problems.length > 0
      ? [row.line, ...row.problems.map((problem) => `${problem.field}: ${problem.code}`)]
      : [row.line, ...Object.values(row.values)],
  );
}
