import { createHash } from 'node:crypto';
import { CodedError } from '@athar/diagnostics';
import type { ByteSource } from '@athar/tabular';
import { UploadInterrupted, UploadTooLarge } from '../errors.js';

/** Passes a file's bytes on while it counts and digests them. */
export class MeteredBytes {
  private readonly hash = createHash('sha256');
  private bytes = 0;

  constructor(
    private readonly source: ByteSource,
    private readonly limitBytes: number,
    private readonly ending?: AbortSignal,
  ) {}

  /** @throws UploadTooLarge; UploadInterrupted where the source breaks off or the signal is aborted */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const chunks = this.source[Symbol.asyncIterator]();
    try {
      for (let next = await this.next(chunks); !next.done; next = await this.next(chunks)) {
        this.bytes += next.value.length;
        if (this.bytes > this.limitBytes) throw new UploadTooLarge(this.limitBytes);
        this.hash.update(next.value);
        yield next.value;
      }
    } finally {
      // One that never gives its next chunk would never end either.
      if (!this.ending?.aborted) await chunks.return?.();
    }
  }

  private next(chunks: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
    const { ending } = this;
    if (ending === undefined) return nextOf(chunks);
    return new Promise((resolve, reject) => {
      const end = (): void => reject(new UploadInterrupted());
      if (ending.aborted) return end();
      ending.addEventListener('abort', end, { once: true });
      nextOf(chunks)
        .then(resolve, reject)
        .finally(() => ending.removeEventListener('abort', end));
    });
  }

  /** Bytes that have passed so far. */
  get count(): number {
    return this.bytes;
  }

  /** SHA-256 of all bytes in hex; to be asked once, at the end. */
  digest(): string {
    return this.hash.digest('hex');
  }
}

async function nextOf(chunks: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
  try {
    return await chunks.next();
  } catch (error) {
    // A source that reads the bytes itself, as a list of titles, says what is wrong with them.
    if (error instanceof CodedError) throw error;
    throw new UploadInterrupted(error);
  }
}
