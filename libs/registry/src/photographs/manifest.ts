import { isReasonsHeader } from '@athar/imports';
import { ListingReader, textOf, type ListingKind } from '@athar/photo-titles';
import {
  openTable,
  type ByteSource,
  type Table,
  type TableEncoding,
  type TableRow,
} from '@athar/tabular';
import { filled } from '../filled.js';

const ROWS_AT_ONCE = 200;

export interface ManifestOptions {
  listing: ListingKind;
  /** Found where left out. */
  encoding?: TableEncoding | undefined;
}

/**
 * A plain list of photographs (one title a line, or what `ls -R`, `find` or `dir /s /b` print) as JSON
 * Lines with `title` as it stands there and, where there is one, `folder`, which are brought in like any
 * table. Lines keep their numbers: what names no photograph leaves an empty line. Photographs with one
 * title and folder are told apart by `copy`. A list that has a column of reasons is the table of bad rows
 * of an earlier one: its rows are given as they are.
 *
 * @throws what openTable throws of text; EmptyTable for a list without a line.
 */
export async function* manifestRows(
  source: ByteSource,
  options: ManifestOptions,
): AsyncGenerator<Uint8Array> {
  const { encoding } = options;
  const list = await openTable(source, 'tsv', { header: 'lenient', headerRow: 1, encoding });
  const rows = list.headers.some(isReasonsHeader) ? mendedRows(list) : listedRows(list, options);
  let written = 0;
  let batch: string[] = [];
  for await (const { number, values } of rows) {
    batch.push(`${'\n'.repeat(number - 1 - written)}${JSON.stringify(values)}\n`);
    written = number;
    if (batch.length < ROWS_AT_ONCE) continue;
    yield Buffer.from(batch.join(''), 'utf8');
    batch = [];
  }
  if (batch.length > 0) yield Buffer.from(batch.join(''), 'utf8');
}

interface NumberedRow {
  number: number;
  values: Readonly<Record<string, string>>;
}

async function* mendedRows(list: Table): AsyncGenerator<NumberedRow> {
  for await (const { line, values } of list.rows) {
    const told = Object.entries(values).filter(
      ([header, text]) => text !== '' && !isReasonsHeader(header),
    );
    if (told.length > 0) yield { number: line, values: Object.fromEntries(told) };
  }
}

async function* listedRows(
  list: Table,
  { listing: kind }: ManifestOptions,
): AsyncGenerator<NumberedRow> {
  const listing = new ListingReader(kind);
  const copies = new Map<string, number>();
  for await (const { number, text } of linesOf(list)) {
    const listed = listing.read(text);
    if (!listed) continue;
    const { folder } = listed;
    const copy = (copies.get(textOf(listed)) ?? 0) + 1;
    copies.set(textOf(listed), copy);
    const title = asListed(text, listed.title);
    yield {
      number,
      values: filled({ title, folder, copy: copy === 1 ? undefined : String(copy) }),
    };
  }
}

/** A title with its ending, as it stands at the end of its line, so that a bad one is given back so. */
function asListed(line: string, title: string): string {
  const at = line.lastIndexOf(title);
  if (at < 0) return title;
  const whole = line.slice(at).trim();
  const read = (text: string) => new ListingReader('titles').read(text)?.title;
  return read(whole) === read(title) ? whole : title;
}

/** Lines of a text in whatever encoding: a table of tabs whose first line is read like the others. */
async function* linesOf(list: Table) {
  yield { number: 1, text: list.headers.join('\t') };
  for await (const row of list.rows) yield { number: row.line, text: lineOf(row) };
}

function lineOf({ values }: TableRow): string {
  return Object.values(values).join('\t').trimEnd();
}
