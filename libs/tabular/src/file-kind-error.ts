import { CodedError } from '@athar/diagnostics';
import type { FileKind } from './file-kind.js';
import type { TableFormat } from './format.js';

interface Told {
  what: string;
  fix: string;
}

const table = 'send the table itself, saved as .xlsx or as CSV UTF-8';

const told: Readonly<Record<FileKind, Told>> = {
  pdf: { what: 'a PDF', fix: `A PDF cannot be read as a table: ${table}.` },
  zip: {
    what: 'an .xlsx workbook or another ZIP archive',
    fix: 'Where it is a workbook, give it its ending .xlsx back; unpack any other archive and send the table in it.',
  },
  'old-office': {
    what: 'an old .xls workbook or another old Office document',
    fix: 'Open it and save it as .xlsx or as CSV UTF-8.',
  },
  picture: {
    what: 'a picture',
    fix: `Nothing is read off pictures here: type the table in and ${table}.`,
  },
  gzip: { what: 'packed with gzip', fix: 'Unpack it and send the table in it.' },
  'web-page': {
    what: 'a web page (HTML)',
    fix: `A page that asks to sign in is often saved in a table's place: fetch the table anew, or ${table}.`,
  },
  xml: { what: 'an XML document', fix: `Open it in a spreadsheet and ${table}.` },
  'rich-text': { what: 'a text with layout (RTF)', fix: `Copy its table out and ${table}.` },
  'other-archive': { what: 'a packed archive', fix: 'Unpack it and send the table in it.' },
};

const names: Readonly<Record<TableFormat, string>> = {
  csv: 'a CSV',
  tsv: 'a TSV or plain text',
  jsonl: 'JSON Lines',
  xlsx: 'an .xlsx workbook',
};

/** The first bytes show a file of another kind than its ending says. */
export class NotOfItsFormat extends CodedError {
  readonly code = 'not-of-its-format';
  readonly kind = 'invalid';

  constructor(kind: FileKind, format: TableFormat) {
    const { what, fix } = told[kind];
    const expected = names[format];
    super(`The file is ${what}, not ${expected}, whatever its ending says. ${fix}`, {
      problems: [{ field: 'file', code: 'not-of-its-format', expected, fix }],
    });
  }
}
