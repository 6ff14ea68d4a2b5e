import type { AttachmentType } from '../attachment.js';
import { FileRefused } from '../file-refused.js';

/** How far from its beginning readers look for the mark of a PDF. */
const PDF_WITHIN = 1024;

const begins: readonly [AttachmentType, (bytes: Buffer) => boolean][] = [
  ['image/jpeg', (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))],
  ['image/png', (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))],
  [
    'image/webp',
    (bytes) =>
      bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  ],
  ['application/pdf', (bytes) => bytes.subarray(0, PDF_WITHIN).includes('%PDF-')],
];

/**
 * What a file is, by its own bytes. Its name and what its sender says are not looked at.
 *
 * @throws FileRefused where it is none of the types that are taken, or passes for two.
 */
export function typeOf(bytes: Buffer): AttachmentType {
  const [type, another] = begins.filter(([, fits]) => fits(bytes)).map(([name]) => name);
  if (type === undefined || another !== undefined) throw new FileRefused('attachment-type-refused');
  return type;
}
