import { ListingReader, textOf, type ListingKind } from '@athar/photo-titles';
import { openTable, type ByteSource, type TableEncoding, type TableRow } from '@athar/tabular';

const ROWS_AT_ONCE = 200;

export interface ManifestOptions {
  listing: ListingKind;
  /** Found where left out. */
  encoding?: TableEncoding | undefined;
}

/**
 * A plain list of photographs (one title a line, or what `ls -R`, `find` or `dir /s /b` print) as JSON
 * Lines with `title` and `folder`, which are brought in like any table. Lines keep their numbers: what
 * names no photograph leaves an empty line. Photographs with one title and folder are told apart by
 * `copy`.
 *
 * @throws what openTable throws of text; EmptyTable for a list without a line.
 */
export async function* manifestRows(
  source: ByteSource,
  options: ManifestOptions,
): AsyncGenerator<Uint8Array> {
  const listing = new ListingReader(options.listing);
  const copies = new Map<string, number>();
  let written = 0;
  let batch: string[] = [];
  for await (const { number, text } of linesOf(source, options.encoding)) {
    const listed = listing.read(text);
    if (!listed) continue;
    const { title, folder = '' } = listed;
    const copy = (copies.get(textOf(listed)) ?? 0) + 1;
    copies.set(textOf(listed), copy);
    const row = { title, folder, copy: copy === 1 ? '' : String(copy) };
    batch.push(`${'\n'.repeat(number - 1 - written)}${JSON.stringify(row)}\n`);
    written = number;
    if (batch.length < ROWS_AT_ONCE) continue;
    yield Buffer.from(batch.join(''), 'utf8');
    batch = [];
  }
  if (batch.length > 0) yield Buffer.from(batch.join(''), 'utf8');
}

/** Lines of a text in whatever encoding: a table of tabs whose first line is read like the others. */
async function* linesOf(source: ByteSource, encoding: TableEncoding | undefined) {
  const table = await openTable(source, 'tsv', { header: 'lenient', headerRow: 1, encoding });
  yield { number: 1, text: table.headers.join('\t') };
  for await (const row of table.rows) yield { number: row.line, text: lineOf(row) };
}

function lineOf({ values }: TableRow): string {
  return Object.values(values).join('\t').trimEnd();
}
