import type { ProposalView } from '@athar/imports';
import { exitCode, type ExitCode } from '../../exit-code.js';
import type { Session } from '../../session.js';
import { renderTable } from '../../terminal/table.js';
import { bodyOf } from '../service/answer.js';
import { fileQuery } from './import-query.js';
import { patiently } from '../service/patience.js';
import type { ImportOptions } from './import-options.js';
import type { Service } from '../service/service.js';
import { upload } from '../service/upload.js';

/** Of a text file its first part tells the headers; a workbook is sent whole. */
const firstPart = 256 * 1024;

/** Shows what the headers of a file most likely stand for, and how to say it. */
export async function proposeColumns(
  service: Service,
  file: string,
  options: ImportOptions,
  session: Session,
): Promise<ExitCode> {
  const view = await ask(service, file, options, session);
  const { output } = session;
  output.note(`Read${how(view)}; ${view.sampled} rows were looked at.`);
  const rows = view.columns.map(({ header, column, sure, why, filled }) => [
    header,
    column ?? '-',
    `${sure} (${why})`,
    String(filled),
  ]);
  const head = ['Header', 'Column', 'How sure', 'Filled'];
  output.result(renderTable(output.stdout, head, rows, [30, 18, 20, 8]));
  for (const { column, header, sure } of view.columns) {
    if (column !== null && sure !== 'certain') output.note(`--map '${header}=${column}'`);
  }
  for (const problem of view.problems) output.note(`Needed: ${problem.expected}. ${problem.fix}`);
  const unclear = view.columns.some(({ sure }) => sure !== 'certain');
  if (unclear) {
    output.note('What is not certain is used only where --map says so; see --ignore-unknown too.');
  }
  return view.problems.length > 0 ? exitCode.failed : exitCode.done;
}

async function ask(
  service: Service,
  file: string,
  options: ImportOptions,
  session: Session,
): Promise<ProposalView> {
  const query = fileQuery(file, options);
  if (options.collection !== undefined) query.set('collectionId', options.collection);
  const url = new URL(`${service.url}/api/imports/proposals?${query.toString()}`);
  const headers = service.headers({ 'content-type': 'application/octet-stream' });
  const most = query.get('format') === 'xlsx' ? undefined : firstPart;
  const sent = (): void => undefined;
  const { signal } = session;
  return patiently(async () => {
    const answer = await upload({ url, headers, file, signal, sent, most });
    return bodyOf<ProposalView>(answer.status, answer.text);
  }, signal);
}

function how({ sheet, headerRow, encoding }: ProposalView): string {
  const parts = [
    sheet === null ? [] : [` the sheet "${sheet}"`],
    encoding === null ? [] : [` as ${encoding}`],
    headerRow === null ? [] : [` with the names in row ${headerRow}`],
  ].flat();
  return parts.join(',');
}
