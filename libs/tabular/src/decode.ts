import { isAscii } from 'node:buffer';
import type { TableEncoding } from './encoding.js';
import { EncodingEvidence, isPlainlyUtf8, looksLikeUtf8, utf16Of } from './encoding-evidence.js';
import type { ByteSource } from './table.js';
import { LineCount, Transcoder, unclearAt } from './transcode.js';

/** Bytes of the beginning that are looked at for UTF-16. */
const headBytes = 4096;
/** Bytes that tell a byte order mark, and UTF-16 by the zeros of ASCII or the sixes of Arabic. */
const markBytes = 4;
/** Bytes from the first that is not ASCII on, by which a single-byte encoding is judged. */
const windowBytes = 64 * 1024;

/**
 * A text's bytes as UTF-8, whatever they came in. UTF-8 itself passes as it is and unchecked, since
 * the reader of lines says best which line is not. Bytes that are neither UTF-8 nor UTF-16 are taken
 * for what their words speak for (see {@link EncodingEvidence}).
 *
 * Iterating throws NotInEncoding or EncodingUnclear.
 */
export class DecodedBytes implements ByteSource {
  /** What is known so far: `utf-8` until a byte says otherwise. */
  encoding: TableEncoding;

  /** @param asked the encoding to take, whatever the bytes look like */
  constructor(
    private readonly source: ByteSource,
    private readonly asked?: TableEncoding,
  ) {
    this.encoding = asked ?? 'utf-8';
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    const blocks = new Blocks(this.source);
    try {
      const head = await headOf(blocks);
      const known = this.asked ?? (isUtf8Marked(head) ? 'utf-8' : utf16Of(head));
      if (known === undefined) yield* this.unmarked(head, blocks);
      else if (known === 'utf-8') yield* passed(head, blocks);
      else yield* this.transcoded(known, head, blocks, new LineCount(), false);
    } finally {
      await blocks.close();
    }
  }

  private async *unmarked(head: Buffer, blocks: Blocks): AsyncGenerator<Buffer> {
    const lines = new LineCount();
    let block: Buffer | undefined = head;
    for (; block !== undefined && isAscii(block); block = await blocks.next()) {
      lines.add(block.toString('latin1'));
      yield block;
    }
    if (block === undefined) return;
    // Whoever waits for the header of plain UTF-8 gets it as soon as it is there.
    const missing = isPlainlyUtf8(block) ? 0 : windowBytes - block.length;
    const window = Buffer.concat([block, await blocks.atLeast(missing)]);
    if (looksLikeUtf8(window)) {
      yield* passed(window, blocks);
      return;
    }
    const evidence = new EncodingEvidence();
    evidence.add(window.toString('latin1'));
    const verdict = evidence.verdict();
    if (verdict === undefined) throw unclearAt(lines.current + linesBeforeHigh(window));
    yield* this.transcoded(verdict, window, blocks, lines, true);
  }

  private async *transcoded(
    encoding: TableEncoding,
    first: Buffer,
    blocks: Blocks,
    lines: LineCount,
    found: boolean,
  ): AsyncGenerator<Buffer> {
    this.encoding = encoding;
    const transcoder = new Transcoder(encoding, lines, found);
    for await (const block of passed(first, blocks)) yield transcoder.take(block);
    transcoder.end();
  }
}

/** The beginning: more than a few bytes only where they are not those of a text of one byte each. */
async function headOf(blocks: Blocks): Promise<Buffer> {
  const head = await blocks.atLeast(markBytes);
  if (!head.some((byte) => byte < 0x09)) return head;
  return Buffer.concat([head, await blocks.atLeast(headBytes - head.length)]);
}

function isUtf8Marked(head: Buffer): boolean {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
}

function linesBeforeHigh(window: Buffer): number {
  const before = new LineCount();
  before.add(
    window
      .subarray(
        0,
        window.findIndex((byte) => byte >= 0x80),
      )
      .toString('latin1'),
  );
  return before.current - 1;
}

async function* passed(first: Buffer, blocks: Blocks): AsyncGenerator<Buffer> {
  let block: Buffer | undefined = first;
  for (; block !== undefined; block = await blocks.next()) yield block;
}

/** A source's chunks one by one, several of them together where more must be seen at once. */
class Blocks {
  private readonly chunks: AsyncIterator<Uint8Array>;

  constructor(source: ByteSource) {
    this.chunks = source[Symbol.asyncIterator]();
  }

  async next(): Promise<Buffer | undefined> {
    const { value, done } = await this.chunks.next();
    if (done) return undefined;
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }

  /** Chunks of together so many bytes, or what is left. */
  async atLeast(bytes: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let length = 0; length < bytes;) {
      const part = await this.next();
      if (part === undefined) break;
      parts.push(part);
      length += part.length;
    }
    return Buffer.concat(parts);
  }

  async close(): Promise<void> {
    await this.chunks.return?.();
  }
}
