import type { ImportView } from '@athar/imports';
import { writeWhole } from '@athar/tabular';
import type { Session } from '../../session.js';
import type { Service } from '../service/service.js';
import type { ImportOptions } from './import-options.js';
import { formatFor } from './import-query.js';

/** Writes the rows that could not be used to a file, with the reasons, to be mended and sent again. */
export async function saveBadRows(
  service: Service,
  view: ImportView,
  { errorsFile, language, titles }: ImportOptions,
  { output, signal }: Session,
): Promise<void> {
  if (errorsFile === undefined || view.counts.bad === 0) return;
  const told = formatFor(errorsFile, titles ? { titles } : {});
  // A text of titles has no place for reasons: it is a table, which is known as one when it comes again.
  const query = new URLSearchParams({ format: told === 'txt' ? 'tsv' : told, language });
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
