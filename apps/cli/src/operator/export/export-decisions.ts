import { formatOf, writeWhole } from '@athar/tabular';
import { counted } from '../../analyst/counted.js';
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
  let end = Buffer.alloc(0);
  await writeWhole(
    out,
    async (file) => {
      const chunks = await service.download('/api/exports/decisions', { format: 'csv' });
      for await (const chunk of chunks) {
        await file.writeFile(chunk);
        end = Buffer.concat([end, chunk]).subarray(-LONGEST_LINE);
      }
    },
    session.signal,
  );
  session.output.note(
    `Wrote ${out}: levels of evidence of ${counted(pairsIn(end.toString()), 'pair')}, and no name. ` +
      'Pairs of collections that may not be disclosed, and of reports that were withdrawn, are left out.',
  );
  return exitCode.done;
}

/** Bytes that a line of the file has at most. */
const LONGEST_LINE = 200;

/** Pairs are numbered from 1: the last line has their number. */
function pairsIn(end: string): number {
  return Number(/^\d+(?=,)/u.exec(end.trimEnd().split('\n').at(-1) ?? '')?.[0] ?? 0);
}
