import type { ProposalView } from '@athar/imports';
import type { Session } from '../../session.js';
import { bodyOf } from '../service/answer.js';
import { BadArguments } from '../service/errors.js';
import { patiently } from '../service/patience.js';
import type { Service } from '../service/service.js';
import { upload } from '../service/upload.js';
import { importKindOf } from './import-kind.js';
import type { ImportOptions } from './import-options.js';
import { fileQuery } from './import-query.js';

/** Of a text file its first part tells the headers; a workbook is sent whole. */
const firstPart = 256 * 1024;

/** Asks what the headers of a file most likely stand for. @throws BadArguments, Refused */
export async function askProposal(
  service: Service,
  file: string,
  options: ImportOptions,
  session: Session,
): Promise<ProposalView> {
  const query = fileQuery(file, options);
  if (query.get('format') === 'txt') {
    throw new BadArguments(
      'A plain list of titles has no headers: leave --propose and --as-proposed out.',
    );
  }
  query.set('kind', importKindOf(options));
  if (options.collection !== undefined) query.set('collectionId', options.collection);
  const url = new URL(`${service.url}/api/imports/proposals?${query.toString()}`);
  const headers = service.headers({ 'content-type': 'application/octet-stream' });
  const most = query.get('format') === 'xlsx' ? undefined : firstPart;
  const sent = (): void => undefined;
  const { signal } = session;
  return patiently(async () => {
    const answer = await upload({ url, headers, file, signal, sent, most });
    return bodyOf<ProposalView>(answer.status, answer.text);
  }, signal);
}
