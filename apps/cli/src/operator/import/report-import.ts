import type { ImportErrorView, ImportView } from '@athar/imports';
import { exitCode, type ExitCode } from '../../exit-code.js';
import type { Session } from '../../session.js';
import { ImportFailed } from './errors.js';
import type { Service } from '../service/service.js';

/**
 * Names the bad rows on standard error, gives the counts on standard output.
 *
 * @throws ImportFailed
 */
export async function reportImport(
  service: Service,
  view: ImportView,
  file: string,
  session: Session,
): Promise<ExitCode> {
  if (view.state === 'receiving') throw new ImportFailed('upload-interrupted');
  if (view.state === 'failed') throw new ImportFailed(view.failureCode);
  if (view.counts.bad > 0) await nameBadRows(service, view, file, session);
  session.output.result(summary(view));
  if (view.state === 'cancelled') {
    session.output.note('The import was cancelled.');
    return exitCode.failed;
  }
  if (view.state === 'refused') {
    session.output.note(
      'Nothing was brought in: some rows are bad, and it was to be all or nothing.',
    );
    return exitCode.failed;
  }
  return view.counts.bad > 0 ? exitCode.someRowsBad : exitCode.done;
}

async function nameBadRows(
  service: Service,
  { id, counts }: ImportView,
  file: string,
  { output }: Session,
): Promise<void> {
  const rows = new Set<number>();
  for await (const error of service.list<ImportErrorView>(`/api/imports/${id}/errors`)) {
    rows.add(error.row);
    const { row, column, expected, fix } = error;
    output.note(`${file}: line ${row}, column ${column}: expected ${expected}. ${fix}`);
  }
  if (rows.size < counts.bad) output.note(`and ${counts.bad - rows.size} more bad rows`);
}

function summary({ counts, dryRun, state }: ImportView): string {
  const { rows, bad, added, changed, unchanged } = counts;
  const read = `Read ${rows} rows: ${rows - bad} good, ${bad} bad.`;
  if (state === 'refused') return read;
  const would = dryRun ? 'Would be' : 'Are';
  return `${read} ${would} added ${added}, changed ${changed}, unchanged ${unchanged}.`;
}
