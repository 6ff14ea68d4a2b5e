import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { OutputColumn, OutputRow } from './column.js';
import { sheetXml, stylesXml } from './sheet-xml.js';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
const relations = (...all: string[]): string =>
  `${declaration}<Relationships xmlns="${packages}/relationships">${all.join('')}</Relationships>`;
const override = (part: string, type: string): string =>
  `<Override PartName="${part}" ContentType="${types}.${type}+xml"/>`;

/** The parts that are the same in every workbook of one sheet. ECMA-376 part 1, 12. */
const fixedParts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': [
    `${declaration}<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('/xl/workbook.xml', 'sheet.main'),
    override('/xl/worksheets/sheet1.xml', 'worksheet'),
    override('/xl/styles.xml', 'styles'),
    '</Types>',
  ].join(''),
  '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
  'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relations(
    relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
    relation('rId2', 'styles', 'styles.xml'),
  ),
};

/** Nothing of the machine or the hour goes into the file. */
const mtime = new Date(2000, 0, 1);

/** The bytes of a workbook with one sheet, as its rows come. @throws WorkbookTooLarge */
export async function* workbookOf(
  columns: readonly OutputColumn[],
  rows: AsyncIterable<OutputRow> | Iterable<OutputRow>,
): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const output = zip.outputStream.pipe(new PassThrough());
  const sheet = Readable.from(sheetXml(columns, rows), { objectMode: false });
  sheet.on('error', (error) => output.destroy(error));
  zip.on('error', (error: Error) => output.destroy(error));
  for (const [name, content] of Object.entries(fixedParts)) {
    zip.addBuffer(Buffer.from(content), name, { mtime });
  }
  zip.addBuffer(Buffer.from(stylesXml(columns)), 'xl/styles.xml', { mtime });
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', { mtime });
  zip.end();
  try {
    for await (const chunk of output as AsyncIterable<Buffer>) yield chunk;
  } finally {
    sheet.destroy();
  }
}
