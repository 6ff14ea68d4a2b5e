import type { AttachmentType } from '../attachment.js';
import { FileRefused } from '../file-refused.js';
import { cleanPaper } from './clean-paper.js';
import { cleanPicture } from './clean-picture.js';
import { typeOf } from './file-type.js';

export interface CleanFile {
  mediaType: AttachmentType;
  bytes: Buffer;
}

/**
 * A file as it may be kept: what one sees of it, and nothing else.
 *
 * @param declared what its sender takes it for.
 * @throws FileRefused
 */
export async function cleanFile(bytes: Buffer, declared?: AttachmentType): Promise<CleanFile> {
  const mediaType = typeOf(bytes);
  if (declared !== undefined && declared !== mediaType)
    throw new FileRefused('attachment-type-mismatch');
  return {
    mediaType,
    bytes:
      mediaType === 'application/pdf'
        ? await cleanPaper(bytes)
        : await cleanPicture(bytes, mediaType),
  };
}
