import type { ExportSummary, ReadReason } from '@athar/registry';
import { exitCode, type ExitCode } from '../../exit-code.js';
import type { Session } from '../../session.js';
import { Service } from '../service/service.js';
import { exportFormatOf, writeExport, type ExportOptions } from './export-file.js';

/** Arguments of `athar export entries`. */
export interface ExportEntriesOptions extends ExportOptions {
  reason: ReadReason;
  collection?: string;
}

/** Writes the entries of one or all collections to a file. @throws BadArguments, Refused */
export async function exportEntries(
  { out, as, url, reason, collection }: ExportEntriesOptions,
  session: Session,
): Promise<ExitCode> {
  const format = exportFormatOf(out);
  const service = await Service.find(url, as, session);
  const of = new URLSearchParams(collection === undefined ? {} : { collectionId: collection });
  const path = '/api/exports/entries';
  const summary = await service.get<ExportSummary>(`${path}/summary?${of.toString()}`);
  const query = new URLSearchParams([...of, ['format', format], ['reason', reason]]);
  await writeExport(out, () => service.download(`${path}?${query.toString()}`), session);
  const leftOut = summary.leftOut.map((one) => `, left out ${one.entries} (${one.reason})`);
  session.output.result(`Entries ${summary.entries}${leftOut.join('')}.`);
  for (const { entries, because, fix } of summary.leftOut) {
    session.output.note(`${entries} left out: ${because} ${fix}`);
  }
  return exitCode.done;
}
