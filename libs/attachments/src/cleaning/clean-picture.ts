import sharp from 'sharp';
import type { AttachmentType } from '../attachment.js';
import { FileRefused } from '../file-refused.js';

/** A picture of a good telephone has 12 to 50 million; the decoder needs 4 bytes for each. */
const MOST_PIXELS = 50_000_000;
const LONGEST_SECONDS = 30;

// Of all that the library can read, nothing but what is taken here.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});

/**
 * A picture drawn anew from its pixels, upright, in its own format. What is not a pixel stays
 * behind: place and time, camera, thumbnails, comments, profiles, and whatever was hidden behind its
 * end. Of a moving picture the first one is kept.
 *
 * @throws FileRefused
 */
export async function cleanPicture(
  bytes: Buffer,
  type: Exclude<AttachmentType, 'application/pdf'>,
): Promise<Buffer> {
  await checkPixels(bytes);
  const upright = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .autoOrient()
    .timeout({ seconds: LONGEST_SECONDS });
  try {
    if (type === 'image/png') return await upright.png().toBuffer();
    if (type === 'image/webp') return await upright.webp({ quality: 90 }).toBuffer();
    return await upright.jpeg({ quality: 90 }).toBuffer();
  } catch {
    // The library's words may repeat what stands in the file.
    throw new FileRefused('attachment-unreadable');
  }
}

/** Looks at the header alone, before anything is unpacked. */
async function checkPixels(bytes: Buffer): Promise<void> {
  const size = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!size) throw new FileRefused('attachment-unreadable');
  if (size.width * size.height > MOST_PIXELS) throw new FileRefused('attachment-too-many-pixels');
}
