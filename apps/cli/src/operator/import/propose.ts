import type { ProposalView } from '@athar/imports';
import { exitCode, type ExitCode } from '../../exit-code.js';
import type { Session } from '../../session.js';
import { renderTable } from '../../terminal/table.js';
import type { Service } from '../service/service.js';
import { askProposal } from './ask-proposal.js';
import type { ImportOptions } from './import-options.js';

/** Shows what the headers of a file most likely stand for, and how to say it. */
export async function proposeColumns(
  service: Service,
  file: string,
  options: ImportOptions,
  session: Session,
): Promise<ExitCode> {
  const view = await askProposal(service, file, options, session);
  const { output } = session;
  output.note(`Read${how(view)}; ${view.sampled} rows were looked at.`);
  const others = view.sheets.filter(({ name, rows }) => name !== view.sheet && rows !== 0);
  if (others.length > 0) {
    const names = others.map(({ name }) => `"${name}"`).join(', ');
    output.note(`${others.length} more sheets were not read: ${names}. See --sheet.`);
  }
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
    output.note(
      'What is likely is used where --map says so, or --as-proposed for all of it; a guess only where ' +
        '--map says so. See --ignore-unknown too.',
    );
  }
  return view.problems.length > 0 ? exitCode.failed : exitCode.done;
}

function how({ sheet, headerRow, encoding }: ProposalView): string {
  const parts = [
    sheet === null ? [] : [` the sheet "${sheet}"`],
    encoding === null ? [] : [` as ${encoding}`],
    headerRow === null ? [] : [` with the names in row ${headerRow}`],
  ].flat();
  return parts.join(',');
}
