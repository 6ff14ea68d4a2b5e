import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { simulate } from '@athar/simulation';
import { openTable, writeRows, type TableFormat } from '@athar/tabular';

/** Cells of a row by the file's headers. */
export type FormRow = Record<string, string>;

/** Invented reports as Kobo exports a form with groups and a question of several answers. */
export function koboRows(persons: number): FormRow[] {
  const { reports, relatives } = simulate({ persons, registry: 0, seed: 7 });
  return reports.map((report, at): FormRow => {
    const relative = relatives[at];
    const email = relative?.email ?? '';
    const { id, ...told } = report;
    const missing = Object.entries(told).map(([name, text]) => [`missing/${name}`, text] as const);
    const agrees = email === '' ? 'store' : 'store email';
    return {
      start: '2026-03-01T10:00:00.000+03:00',
      ...Object.fromEntries(missing),
      'relative/name': relative?.name ?? '',
      'relative/kinship': relative?.relationship ?? '',
      'relative/phone': relative?.phone ?? '',
      'relative/email': email,
      'relative/consent': agrees,
      'relative/consent/store': '1',
      'relative/consent/email': email === '' ? '0' : '1',
      'relative/consent/call': '0',
      'relative/consent_date': '2026-03-01',
      'relative/consent_way': 'in_person',
      __version__: 'v1',
      _id: String(1000 + at),
      _uuid: `00000000-0000-4000-8000-${id.slice(1).padStart(12, '0')}`,
      _submission_time: '2026-03-01T10:20:00',
      _index: String(at + 1),
    };
  });
}

/** A file of the rows, all with the headers of the first. */
export async function fileOf(
  format: TableFormat,
  rows: readonly Record<string, string>[],
): Promise<Buffer> {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  await writeRows(stream, format, Object.keys(rows[0] ?? {}), rows);
  stream.end();
  return bytes;
}

/** The rows of a file. */
export async function rowsOf(format: TableFormat, bytes: Uint8Array): Promise<FormRow[]> {
  const chunks = async function* () {
    yield await Promise.resolve(bytes);
  };
  const table = await openTable(chunks(), format);
  const rows: FormRow[] = [];
  for await (const { values } of table.rows) rows.push(values);
  return rows;
}
