import { ListingReader, type ListingKind } from '@athar/photo-titles';
import { openTable, type ByteSource, type TableRow } from '@athar/tabular';

/**
 * A plain list of photographs (one title a line, or what `ls -R`, `find` or `dir /s /b` print) as JSON
 * Lines with `title` and `folder`, which are brought in like any table. Lines keep their numbers: what
 * names no photograph leaves an empty line. Photographs with one title and folder are told apart by
 * `copy`.
 *
 * @throws what openTable throws of text; EmptyTable for a list without a line.
 */
export async function* manifestRows(source: ByteSource, kind: ListingKind): ByteSource {
  const listing = new ListingReader(kind);
  const copies = new Map<string, number>();
  let written = 0;
  for await (const { number, text } of linesOf(source)) {
    const listed = listing.read(text);
    if (!listed) continue;
    const { title, folder = '' } = listed;
    const known = `${folder}/${title}`;
    const copy = (copies.get(known) ?? 0) + 1;
    copies.set(known, copy);
    const row = { title, folder, copy: copy === 1 ? '' : String(copy) };
    yield Buffer.from(`${'\n'.repeat(number - 1 - written)}${JSON.stringify(row)}\n`, 'utf8');
    written = number;
  }
}

/** Lines of a text in whatever encoding: a table of tabs whose first line is read like the others. */
async function* linesOf(source: ByteSource): AsyncGenerator<{ number: number; text: string }> {
  const table = await openTable(source, 'tsv', { header: 'lenient', headerRow: 1 });
  yield { number: 1, text: table.headers.join('\t') };
  for await (const row of table.rows) yield { number: row.line, text: textOf(row) };
}

function textOf({ values }: TableRow): string {
  return Object.values(values).join('\t').trimEnd();
}
