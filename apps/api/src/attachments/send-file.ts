import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AttachmentType, AttachmentView, OpenAttachment } from '@athar/attachments';
import type { Response } from 'express';

const endings: Readonly<Record<AttachmentType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/** Sends a file to be saved: no browser shows it beside the service, guesses at it or keeps it. */
export async function sendFile(
  response: Response,
  { attachment, bytes }: OpenAttachment,
): Promise<void> {
  response
    .type(attachment.mediaType)
    .attachment(nameOf(attachment))
    .setHeader('content-length', attachment.bytes)
    .setHeader('x-content-type-options', 'nosniff')
    .setHeader('content-security-policy', "sandbox; default-src 'none'")
    .setHeader('cache-control', 'no-store');
  await pipeline(Readable.from(bytes), response);
}

/** Under the ending that its bytes have, whatever it was called. */
function nameOf({ id, fileName, mediaType }: AttachmentView): string {
  const stem = fileName?.replace(/\.[a-z]{3,4}$/i, '').replaceAll(/[/\\]/g, '_') ?? id;
  return `${stem}.${endings[mediaType]}`;
}
