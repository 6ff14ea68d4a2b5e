import { formatOf, writeWhole } from '@athar/tabular';
import { exitCode, type ExitCode } from '../../exit-code.js';
import type { Session } from '../../session.js';
import { BadArguments } from '../service/errors.js';
import { Service } from '../service/service.js';
import type { ExportOptions } from './export-file.js';

/** Runs `athar export decisions`: decided pairs to a file for training. @throws BadArguments, Refused */
export async function exportDecisions(
  { out, as, url }: ExportOptions,
  session: Session,
): Promise<ExitCode> {
  if (formatOf(out) !== 'csv') {
    throw new BadArguments('Decisions are written as .csv: give --out such an ending.');
  }
  const service = await Service.find(url, as, session);
  await writeWhole(
    out,
    async (file) => {
      const chunks = await service.download('/api/exports/decisions', { format: 'csv' });
      for await (const chunk of chunks) await file.writeFile(chunk);
    },
    session.signal,
  );
  session.output.note(`Wrote ${out}. It holds levels of evidence, and no name.`);
  return exitCode.done;
}
