import type { Session } from '../../session.js';
import type { Service } from '../service/service.js';
import { askProposal } from './ask-proposal.js';
import type { ImportOptions } from './import-options.js';
import { mappingOf } from './import-query.js';

/**
 * The columns of a file as the service proposes them, where --map says nothing else. What is not
 * certain is named, so that it can be looked at and, if need be, undone.
 *
 * @throws BadArguments, Refused
 */
export async function takeProposal(
  service: Service,
  file: string,
  options: ImportOptions,
  session: Session,
): Promise<Record<string, string>> {
  const given = mappingOf(options.map ?? []);
  const { columns, mapping } = await askProposal(service, file, options, session);
  for (const { header, column, sure } of columns) {
    if (column === null || sure === 'certain' || Object.hasOwn(given, header)) continue;
    session.output.note(`Taken as proposed (${sure}): ${header}=${column}`);
  }
  return { ...mapping, ...given };
}
