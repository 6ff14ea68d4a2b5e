import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportView, ReasonLanguage } from '@athar/imports';
import { showProgress } from '../../progress.js';
import type { Session } from '../../session.js';
import { bodyOf } from '../service/answer.js';
import { mostAttempts, patiently } from '../service/patience.js';
import type { Service } from '../service/service.js';
import { upload } from '../service/upload.js';
import { newestImport } from './begun-import.js';
import { followImport } from './follow-import.js';
import { leaveImport } from './leave-import.js';
import { noteIn } from './note-in.js';
import { readingSentences } from './reading-sentences.js';

const kilobyte = 1024;

interface SentTo {
  path: string;
  headers: Readonly<Record<string, string>>;
  /** Of what is said meanwhile. */
  language: ReasonLanguage;
}

/**
 * Brings a file to the service and waits for its import's end. A lost connection is no end: the
 * same request is repeated, and answered with the import of the first. Only where that import broke
 * off before its end is the file sent anew; were it alive after all, the same rows twice change
 * nothing.
 *
 * @param to the address of the request with its query, and what its headers say beside the usual.
 */
export async function sendFile(
  service: Service,
  to: SentTo,
  file: string,
  session: Session,
): Promise<ImportView> {
  const before = await newestImport(service);
  for (let attempt = 1; ; attempt += 1) {
    const key = randomUUID();
    let begun: ImportView | undefined;
    try {
      begun = await patiently(() => sendOnce(service, to, file, key, session), session.signal);
      noteIn(to.language, session.output, readingSentences[to.language].received(begun.id));
      const ended = await followImport(service, begun, session);
      if (!brokeOff(ended) || attempt === mostAttempts) return ended;
    } catch (error) {
      const sent = { id: begun?.id, before, fileName: basename(file) };
      await leaveImport(service, sent, error, session);
      throw error;
    }
    session.output.note('The upload broke off; sending the file again.');
  }
}

function brokeOff({ state, failureCode }: ImportView): boolean {
  return state === 'receiving' || failureCode === 'upload-interrupted';
}

async function sendOnce(
  service: Service,
  to: SentTo,
  file: string,
  key: string,
  session: Session,
): Promise<ImportView> {
  const { size } = await stat(file);
  const progress = showProgress(session.output, 'Sending (KB)', Math.ceil(size / kilobyte));
  let bytes = 0;
  const sent = (more: number): void => {
    const before = Math.floor(bytes / kilobyte);
    bytes += more;
    progress.advance(Math.floor(bytes / kilobyte) - before);
  };
  try {
    const url = new URL(`${service.url}${to.path}`);
    const headers = service.headers({
      ...to.headers,
      'content-type': 'application/octet-stream',
      'idempotency-key': key,
      'content-disposition': `attachment; filename*=UTF-8''${encoded(basename(file))}`,
    });
    const answer = await upload({ url, headers, file, signal: session.signal, sent });
    return bodyOf<ImportView>(answer.status, answer.text);
  } finally {
    progress.end();
  }
}

/** As RFC 8187 has it: what encodeURIComponent leaves as it is must be encoded too. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
