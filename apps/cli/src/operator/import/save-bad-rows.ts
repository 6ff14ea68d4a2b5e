import type { ImportView } from '@athar/imports';
import { formatOf, writeWhole } from '@athar/tabular';
import type { Session } from '../../session.js';
import type { Service } from '../service/service.js';
import type { ImportOptions } from './import-options.js';

/** Writes the rows that could not be used to a file, with the reasons, to be mended and sent again. */
export async function saveBadRows(
  service: Service,
  view: ImportView,
  { errorsFile, language }: Pick<ImportOptions, 'errorsFile' | 'language'>,
  { output, signal }: Session,
): Promise<void> {
  if (errorsFile === undefined || view.counts.bad === 0) return;
  const query = new URLSearchParams({ format: formatOf(errorsFile), language });
  const path = `/api/imports/${view.id}/errors/file?${query.toString()}`;
  await writeWhole(
    errorsFile,
    async (file) => {
      for await (const chunk of await service.download(path)) await file.writeFile(chunk);
    },
    signal,
  );
  output.note(`The bad rows are in ${errorsFile}, each with its reasons: mend it and bring it in.`);
}
