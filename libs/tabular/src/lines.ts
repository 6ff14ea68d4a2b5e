import { isUtf8 } from 'node:buffer';
import { NotUtf8 } from './table-error.js';
import type { ByteSource } from './table.js';

/** One physical line without its end. `tooLong` lines come without their text. */
export interface Line {
  number: number;
  text: string;
  tooLong: boolean;
}

const newline = 0x0a;

/**
 * Cuts bytes into lines, a batch a chunk, holding no more than one chunk and one line.
 * Takes `\n` and `\r\n`, drops a byte order mark.
 * @throws NotUtf8 naming the first line that is no UTF-8.
 */
export async function* readLines(source: ByteSource, maxBytes: number): AsyncGenerator<Line[]> {
  const cutter = new LineCutter(maxBytes);
  for await (const chunk of source) {
    const lines = cutter.take(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (lines.length > 0) yield lines;
  }
  yield cutter.end();
}

class LineCutter {
  private readonly rest: Buffer[] = [];
  private restBytes = 0;
  private overlong = false;
  private number = 1;

  constructor(private readonly maxBytes: number) {}

  take(chunk: Buffer): Line[] {
    const last = chunk.lastIndexOf(newline);
    if (last < 0) {
      this.keep(chunk);
      return [];
    }
    this.keepAll(chunk.subarray(0, last));
    const lines = this.cut(Buffer.concat(this.rest));
    this.rest.length = 0;
    this.restBytes = 0;
    this.keep(chunk.subarray(last + 1));
    return lines;
  }

  end(): Line[] {
    if (this.restBytes === 0 && !this.overlong) return [];
    return this.cut(Buffer.concat(this.rest));
  }

  /** Keeps the beginning of a line whose end has not come yet, unless it is too long already. */
  private keep(part: Buffer): void {
    if (this.restBytes + part.length > this.maxBytes) {
      this.overlong = true;
      this.rest.length = 0;
      this.restBytes = 0;
    }
    if (!this.overlong) this.keepAll(part);
  }

  private keepAll(part: Buffer): void {
    if (part.length === 0) return;
    this.rest.push(part);
    this.restBytes += part.length;
  }

  /** `block` is whole lines, the last one without its newline. */
  private cut(block: Buffer): Line[] {
    const bytes = this.overlong ? afterFirstLine(block) : block;
    const lines: Line[] = [];
    if (this.overlong) lines.push({ number: this.number++, text: '', tooLong: true });
    this.overlong = false;
    if (bytes === undefined) return lines;
    if (!isUtf8(bytes)) throw new NotUtf8(this.number + linesBeforeBadByte(bytes));
    const first = this.number;
    for (const raw of bytes.toString('utf8').split('\n')) {
      lines.push(this.lineOf(raw));
    }
    const head = lines[0];
    if (first === 1 && head) head.text = head.text.replace(/^\uFEFF/, '');
    return lines;
  }

  private lineOf(raw: string): Line {
    const number = this.number++;
    // A character takes at most three bytes per UTF-16 unit, so most lines need no counting.
    const tooLong = raw.length * 3 > this.maxBytes && Buffer.byteLength(raw) > this.maxBytes;
    if (tooLong) return { number, text: '', tooLong };
    return { number, text: raw.endsWith('\r') ? raw.slice(0, -1) : raw, tooLong };
  }
}

function afterFirstLine(block: Buffer): Buffer | undefined {
  const end = block.indexOf(newline);
  return end < 0 ? undefined : block.subarray(end + 1);
}

function linesBeforeBadByte(bytes: Buffer): number {
  for (let start = 0, line = 0; ; line++) {
    const end = bytes.indexOf(newline, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}
