import { isUtf8 } from 'node:buffer';
import { NotUtf8 } from './encoding-error.js';
import type { ByteSource } from './table.js';

/** One physical line without its end. `tooLong` lines come without their text. */
export interface Line {
  number: number;
  text: string;
  tooLong: boolean;
}

const newline = 0x0a;
const carriageReturn = 0x0d;

/**
 * Cuts bytes into lines, a batch a chunk, holding no more than one chunk and one line.
 * Takes `\n`, `\r\n` and `\r`, also mixed in one file; drops a byte order mark.
 * @throws NotUtf8 naming the first line that is no UTF-8.
 */
export async function* readLines(source: ByteSource, maxBytes: number): AsyncGenerator<Line[]> {
  const cutter = new LineCutter(maxBytes);
  for await (const chunk of withPlainLineEnds(source)) {
    const lines = cutter.take(chunk);
    if (lines.length > 0) yield lines;
  }
  yield cutter.end();
}

/** Makes every line end a `\n`, one of `\r\n` that two chunks part too. */
async function* withPlainLineEnds(source: ByteSource): AsyncGenerator<Buffer> {
  let afterReturn = false;
  for await (const { buffer, byteOffset, byteLength } of source) {
    const chunk = Buffer.from(buffer, byteOffset, byteLength);
    if (chunk.length === 0) continue;
    const rest = afterReturn && chunk[0] === newline ? chunk.subarray(1) : chunk;
    afterReturn = chunk.at(-1) === carriageReturn;
    if (rest.includes(carriageReturn)) {
      yield Buffer.from(rest.toString('latin1').replace(/\r\n?/g, '\n'), 'latin1');
    } else yield rest;
  }
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
    return { number, text: raw, tooLong };
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
