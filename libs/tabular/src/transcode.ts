import { TextDecoder } from 'node:util';
import type { TableEncoding } from './encoding.js';
import { EncodingUnclear, NotInEncoding } from './encoding-error.js';
import { EncodingEvidence } from './encoding-evidence.js';

/** Encodings offered where none is plain. */
const offered = ['windows-1256', 'windows-1252', 'windows-1254', 'iso-8859-6'];

/** Two Arabic letters of UTF-8; next to impossible in text of a single-byte encoding. */
const utf8Letters = /(?:[\xD8-\xDB][\x80-\xBF]){2}/;
/** What single-byte encodings have for bytes that stand for nothing. */
const unassigned = /[\u0080-\u009F]/;

/**
 * Turns a text into UTF-8, a block at a time. Where the encoding was found and not asked for, what
 * the words say is weighed on to the end, since a text that changes its mind would be spoiled.
 */
export class Transcoder {
  private readonly decoder: TextDecoder;
  private readonly evidence = new EncodingEvidence();
  private readonly singleByte: boolean;
  private held = Buffer.alloc(0);

  /**
   * @param lines where in the file the first block stands
   * @param found true where the encoding is a judgement of ours
   */
  constructor(
    private readonly encoding: TableEncoding,
    private readonly lines: LineCount,
    private readonly found: boolean,
  ) {
    this.decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    this.singleByte = !encoding.startsWith('utf-16');
  }

  /** @throws NotInEncoding, EncodingUnclear */
  take(block: Buffer): Buffer {
    if (this.singleByte && this.found) this.weigh(block.toString('latin1'));
    const whole = this.singleByte ? block : this.wholeUnits(block);
    const text = this.decode(whole, true);
    const bad = this.singleByte ? text.search(unassigned) : -1;
    if (bad >= 0) throw this.badAt(text.slice(0, bad));
    this.lines.add(text);
    return Buffer.from(text);
  }

  /** @throws NotInEncoding where the text breaks off in the middle of a character */
  end(): void {
    if (this.held.length > 0) throw this.badAt('');
    this.decode(this.held, false);
  }

  private weigh(text: string): void {
    const mixed = text.search(utf8Letters);
    if (mixed >= 0) throw this.badAt(text.slice(0, mixed));
    this.evidence.add(text);
    if (this.evidence.verdict() !== this.encoding) {
      throw new EncodingUnclear(this.lines.current, offered);
    }
  }

  private wholeUnits(block: Buffer): Buffer {
    const bytes = Buffer.concat([this.held, block]);
    const even = bytes.length - (bytes.length % 2);
    this.held = bytes.subarray(even);
    return bytes.subarray(0, even);
  }

  private decode(bytes: Buffer, stream: boolean): string {
    try {
      return this.decoder.decode(bytes, { stream });
    } catch {
      const loose = new TextDecoder(this.encoding, { ignoreBOM: true }).decode(bytes);
      throw this.badAt(loose.slice(0, Math.max(0, loose.indexOf('\uFFFD'))));
    }
  }

  private badAt(before: string): NotInEncoding {
    this.lines.add(before);
    return new NotInEncoding(this.encoding, this.lines.current);
  }
}

/** Says of bytes without a verdict where they stand. */
export function unclearAt(line: number): EncodingUnclear {
  return new EncodingUnclear(line, offered);
}

/** Counts lines through blocks of text, `\r\n` as one even where two blocks part it. */
export class LineCount {
  current = 1;
  private afterReturn = false;

  add(text: string): void {
    for (const [end] of text.matchAll(/\r\n|\n|\r/g)) if (end !== '') this.current++;
    if (this.afterReturn && text.startsWith('\n')) this.current--;
    if (text !== '') this.afterReturn = text.endsWith('\r');
  }
}
