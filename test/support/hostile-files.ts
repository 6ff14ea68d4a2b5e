import { TextDecoder } from 'node:util';
import { sheetOfTexts, textCell, workbook, zip } from '../../libs/tabular/test/made-workbook.js';

const megabyte = 1024 * 1024;
const sheet = (inside: string | Buffer): Buffer => workbook({ sheets: { a: inside } });
const rowsOf = (...rows: string[]): string => `<sheetData>${rows.join('')}</sheetData>`;
const cells = (row: number, ...texts: string[]): string =>
  `<row r="${row}">${texts.map((text, at) => textCell(`${'AB'[at]}${row}`, text)).join('')}</row>`;

/** A file that cannot be used, and how it has to be refused. */
export interface RefusedFile {
  what: string;
  query: string;
  file: Buffer;
  status: number;
  code: string;
}

const header = 'id,given_name\n';
const bytes = (...numbers: number[]): Buffer => Buffer.from(numbers);
const csv = (text: string): Buffer => Buffer.from(text);

/** Everything by which a file could fill memory or disk, or pass for what it is not. */
export function refusedFiles(): RefusedFile[] {
  return [...bombs(), ...wideTables(), ...foreignFiles(), ...brokenTexts()];
}

function bombs(): RefusedFile[] {
  const row = '<row><c t="inlineStr"><is><t>a</t></is></c></row>';
  const dtd = '<!DOCTYPE worksheet [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  const entities = `${dtd}<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`;
  const tooLarge = { query: 'format=xlsx', status: 413, code: 'workbook-too-large' };
  const unreadable = { query: 'format=xlsx', status: 422, code: 'workbook-not-readable' };
  return [
    {
      what: 'two million rows in a few kilobytes',
      file: sheet(rowsOf(cells(1, 'id', 'given_name'), row.repeat(2_000_000))),
      ...tooLarge,
    },
    {
      what: '256 MB of texts that cells share',
      file: workbook({
        sheets: { a: rowsOf(cells(1, 'id', 'given_name'), cells(2, '1', 'x')) },
        shared: `<si><t>${'x'.repeat(megabyte)}</t></si>`.repeat(256),
      }),
      ...tooLarge,
    },
    {
      what: 'a cell of 100 MB',
      file: sheet(rowsOf(cells(1, 'id', 'given_name'), cells(2, '1', 'x'.repeat(100 * megabyte)))),
      ...tooLarge,
    },
    { what: 'entities that multiply', file: sheet(Buffer.from(entities)), ...unreadable },
    { what: 'elements without an end', file: sheet('<a>'.repeat(100_000)), ...unreadable },
    {
      what: 'an archive of ten thousand parts',
      file: zip(Array.from({ length: 10_000 }, (_, at) => ({ name: `p${at}`, content: '' }))),
      ...tooLarge,
    },
    {
      what: 'a row far below all rows',
      file: sheet(rowsOf(`<row r="4000000">${textCell('A4000000', 'id')}</row>`)),
      ...tooLarge,
    },
  ];
}

function wideTables(): RefusedFile[] {
  const names = Array.from({ length: 1_000_000 }, (_, at) => `c${at}`);
  const few = Array.from({ length: 5_000 }, (_, at) => `c${at}`);
  const refused = { status: 422, code: 'bad-header' };
  return [
    {
      what: 'a million columns',
      query: 'format=csv',
      file: csv(`${names.join(',')}\n${names.join(',')}\n`),
      ...refused,
    },
    { what: 'five thousand columns', query: 'format=tsv', file: csv(few.join('\t')), ...refused },
    {
      what: 'the last column that a sheet can have',
      query: 'format=xlsx',
      file: sheet(rowsOf(`<row r="1">${textCell('A1', 'id')}${textCell('XFD1', 'x')}</row>`)),
      ...refused,
    },
    {
      what: 'two columns of one name',
      query: 'format=csv',
      file: csv('id,id\n1,2\n'),
      ...refused,
    },
    {
      what: 'names of what every object has',
      query: 'format=csv',
      file: csv('__proto__,constructor\n1,2\n'),
      status: 422,
      code: 'columns-refused',
    },
  ];
}

function foreignFiles(): RefusedFile[] {
  const old = Buffer.concat([
    bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    Buffer.alloc(600),
  ]);
  return [
    { what: 'an old workbook', query: 'format=xlsx', file: old, status: 422, code: 'old-workbook' },
    {
      what: 'an archive of something else',
      query: 'format=xlsx',
      file: zip([{ name: 'word/document.xml', content: '<a/>' }]),
      status: 422,
      code: 'not-a-workbook',
    },
    {
      what: 'a text by the name of a workbook',
      query: 'format=xlsx',
      file: csv(`${header}1,x\n`),
      status: 422,
      code: 'workbook-not-readable',
    },
    {
      what: 'a workbook cut short',
      query: 'format=xlsx',
      file: sheetOfTexts([
        ['id', 'given_name'],
        ['1', 'x'],
      ]).subarray(0, 300),
      status: 422,
      code: 'workbook-not-readable',
    },
    { what: 'nothing', query: 'format=csv', file: csv(''), status: 422, code: 'empty-table' },
    { what: 'a header', query: 'format=csv', file: csv(header), status: 422, code: 'no-rows' },
    {
      what: 'a PDF by the name of a table',
      query: 'format=csv',
      file: Buffer.concat([csv('%PDF-1.7\n'), bytes(0xe2, 0xe3, 0xcf, 0xd3, 0x0a)]),
      status: 422,
      code: 'not-of-its-format',
    },
  ];
}

function brokenTexts(): RefusedFile[] {
  const damaged = Buffer.concat([
    csv(`${header}${'1,سليم\n'.repeat(3)}2,`),
    bytes(0xc3, 0x28, 0xff, 0x0a),
  ]);
  return [
    {
      what: 'UTF-8 with a damaged line',
      query: 'format=csv',
      file: damaged,
      status: 422,
      code: 'not-utf-8',
    },
    {
      what: 'half a character at the end of UTF-16',
      query: 'format=csv&encoding=utf-16le',
      file: Buffer.concat([Buffer.from(`${header}1,سليم\n`, 'utf16le'), bytes(0x06)]),
      status: 422,
      code: 'not-in-encoding',
    },
    {
      what: 'letters of an encoding that nothing tells',
      query: 'format=csv',
      file: Buffer.concat([csv(header), csv('1,'), inEncoding('iso-8859-6', 'سليم\n2,نور\n')]),
      status: 422,
      code: 'encoding-unclear',
    },
  ];
}

/** A text's bytes in a single-byte encoding. */
export function inEncoding(encoding: string, text: string): Buffer {
  const decoder = new TextDecoder(encoding);
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(bytes(byte)), byte] as const),
  );
  return bytes(...[...text].map((letter) => byteOf.get(letter) ?? 0x3f));
}

/** A sheet with a formula whose value is there, and one that was never calculated. */
export function workbookOfFormulas(): Buffer {
  const second = `<row r="2">${textCell('A2', '1')}<c r="B2" t="str"><f>"a"&amp;"b"</f><v>Nurun</v></c></row>`;
  const third = `<row r="3">${textCell('A3', '2')}<c r="B3"><f>HYPERLINK("http://x")</f></c></row>`;
  return sheet(rowsOf(cells(1, 'id', 'given_name'), second, third));
}

/** Columns of a long list, as many as a usual one has. */
export const LIST_COLUMNS = [
  'id',
  'given_name',
  'father_name',
  'family_name',
  'mother_name',
  'sex',
  'birth_date',
  'home_governorate',
  'detainee_number',
  'branch',
  'photo_dates',
  'marks',
] as const;

const syllables = ['سا', 'لي', 'نو', 'ما', 'را', 'دو', 'كي', 'با', 'هي', 'زو'];

/** Invented rows of a list, one after the other. */
export function* longList(rows: number): Generator<Record<(typeof LIST_COLUMNS)[number], string>> {
  for (let row = 0; row < rows; row += 1) {
    const name = (seed: number): string =>
      Array.from(String(row * seed + 1), (digit) => syllables[Number(digit)]).join('');
    yield {
      id: String(row + 1),
      given_name: name(1),
      father_name: name(3),
      family_name: `ال${name(7)}`,
      mother_name: name(11),
      sex: row % 20 === 0 ? 'female' : 'male',
      birth_date: String(1940 + (row % 60)),
      home_governorate: 'حمص',
      detainee_number: String(row % 9000),
      branch: String(200 + (row % 90)),
      photo_dates: `2013-${String((row % 12) + 1).padStart(2, '0')}-${String((row % 28) + 1).padStart(2, '0')}`,
      marks: 'ندبة فوق الحاجب',
    };
  }
}
