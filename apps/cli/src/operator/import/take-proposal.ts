import type { Session } from '../../session.js';
import type { Service } from '../service/service.js';
import { askProposal } from './ask-proposal.js';
import type { ImportOptions } from './import-options.js';
import { mappingOf } from './import-query.js';

/**
 * The columns of a file as the service proposes them, where --map says nothing else. What is not
 * certain is named, so that it can be looked at and, if need be, undone. Mere guesses are left out: they
 * are told with the --map that takes them.
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
  const leftOut: Record<string, string> = {};
  for (const { header, column, sure, why } of columns) {
    if (Object.hasOwn(given, header)) continue;
    if (sure === 'guess') {
      leftOut[header] = '';
      session.output.note(leftOutGuess(header, column ?? ''));
    } else if (why === 'serial') {
      session.output.note(`Left out, a list's own counting: ${header}`);
    } else if (column !== null && sure === 'likely') {
      session.output.note(`Taken as proposed (likely): ${header}=${column}`);
    }
  }
  return { ...mapping, ...leftOut, ...given };
}

function leftOutGuess(header: string, column: string): string {
  return `Left out, only guessed: ${header}. If it is ${column}: --map '${header}=${column}'`;
}
