import { exitCode, type ExitCode } from '../../exit-code.js';
import type { Session } from '../../session.js';
import { Service } from '../service/service.js';
import { exportFormatOf, writeExport, type ExportOptions } from './export-file.js';

/** Runs `athar export reports`: the organisation's reports to a file. @throws BadArguments, Refused */
export async function exportReports(
  { out, as, url }: ExportOptions,
  session: Session,
): Promise<ExitCode> {
  const format = exportFormatOf(out);
  const service = await Service.find(url, as, session);
  await writeExport(out, () => service.download('/api/exports/reports', { format }), session);
  return exitCode.done;
}
