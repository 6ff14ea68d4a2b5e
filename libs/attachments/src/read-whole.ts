import { UploadStalled } from './errors.js';
import { FileRefused } from './file-refused.js';

/** The bytes of a file as they come in. */
export type FileBytes = AsyncIterable<Uint8Array>;

/**
 * Reads a file into memory, and no byte more than the limit allows.
 *
 * @param withinMs for the whole file.
 * @throws FileRefused, UploadStalled
 */
export async function readWhole(bytes: FileBytes, most: number, withinMs: number): Promise<Buffer> {
  const iterator = bytes[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let length = 0;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UploadStalled()), withinMs);
  });
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), late]);
      if (next.done) return Buffer.concat(read, length);
      length += next.value.length;
      if (length > most) throw new FileRefused('attachment-too-large');
      read.push(next.value);
    }
  } finally {
    clearTimeout(timer);
    // Not awaited: a source that waits for its next byte ends only with its connection.
    void iterator.return?.().catch(() => undefined);
  }
}
