import {
  attachmentTypes,
  type AttachmentKind,
  type AttachmentType,
  type FileBytes,
  type NewAttachment,
} from '@athar/attachments';
import type { Request } from 'express';
import { InvalidRequest, fileNameIn } from '../http/index.js';

const MOST_TITLE = 200;

/** What a request says of the file that it carries; names are in headers, since addresses are logged. */
export function attachmentAsked(kind: AttachmentKind, request: Request): NewAttachment {
  const title = titleIn(request.header('x-athar-title'));
  const fileName = fileNameIn(request.header('content-disposition'));
  const declaredType = declaredIn(request.header('content-type'));
  return {
    kind,
    ...(title === undefined ? {} : { title }),
    ...(fileName === undefined ? {} : { fileName }),
    ...(declaredType === undefined ? {} : { declaredType }),
  };
}

/**
 * The file in a request's body. The connection stays open where it is not read to its end, so that the
 * refusal can still be answered.
 *
 * @throws InvalidRequest where the body was taken for JSON and is gone.
 */
export function fileIn(request: Request): FileBytes {
  if (request.body === undefined) return request.iterator({ destroyOnReturn: false });
  throw new InvalidRequest([
    {
      field: 'header/content-type',
      code: 'bad-value',
      expected: `${attachmentTypes.join(', ')} or application/octet-stream`,
      fix: 'Send the bytes of the file as the body.',
    },
  ]);
}

/** What is no type of ours says nothing: the bytes do. */
function declaredIn(header: string | undefined): AttachmentType | undefined {
  const named = header?.split(';')[0]?.trim().toLowerCase();
  return attachmentTypes.find((type) => type === named);
}

function titleIn(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  try {
    const title = decodeURIComponent(header).trim();
    if (title !== '' && title.length <= MOST_TITLE && !/[\0-\x1f\x7f]/.test(title)) return title;
  } catch {
    // Refused below, as any other title that cannot be read.
  }
  throw new InvalidRequest([
    {
      field: 'header/x-athar-title',
      code: 'bad-value',
      expected: 'a percent-encoded text of 1 to 200 characters on one line',
      fix: 'Encode it as encodeURIComponent does, or leave the header out.',
    },
  ]);
}
