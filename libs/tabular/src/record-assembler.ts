import { FieldParser } from './field-parser.js';
import type { Line } from './lines.js';

/** True for as many fields as there are columns; empty ones beyond the last column do not count. */
export function fits(fields: readonly string[], width: number): boolean {
  if (fields.length <= width) return fields.length === width;
  return fields.slice(width).every((field) => field.trim() === '');
}

export type RecordFlaw = 'row-too-long' | 'unclosed-quote' | 'text-after-quote';

/** One row of a delimited file before its cells are looked at. */
export interface TextRecord {
  /** The line where the row starts. */
  line: number;
  /** With a flaw: what stands between the separators of its first line, quotes as they are. */
  fields: string[];
  /** Why the row could not be read to its end, and the 0-based field where. */
  flaw?: { code: RecordFlaw; field: number };
}

/**
 * Puts physical lines together into rows. Where a quote turns out not to be closed, only the row
 * that opened it is bad: reading goes on with the very next line, so that one stray quote does not
 * swallow the rows below it. (Parsers that do not go back lose everything up to the next quote.)
 */
export class RecordAssembler {
  /** Lines from the start of the row at hand on. */
  private lines: Line[] = [];
  /** Place in `lines` of the first that was not looked at. */
  private next = 0;
  private readonly parser: FieldParser;
  /** Fields of a whole row once the header is known. */
  private width: number | undefined;

  constructor(
    private readonly delimiter: string,
    private readonly maxBytes: number,
  ) {
    this.parser = new FieldParser(delimiter);
  }

  expectWidth(width: number): void {
    this.width = width;
  }

  /** Takes further lines and gives the rows they complete. */
  take(lines: readonly Line[]): TextRecord[] {
    this.lines = this.lines.concat(lines);
    return this.assemble(false, Infinity);
  }

  /** As {@link take}, but gives one row at most and keeps what follows it: the header comes first. */
  takeFirst(lines: readonly Line[]): TextRecord[] {
    this.lines = this.lines.concat(lines);
    return this.assemble(false, 1);
  }

  /** Gives what is left when no line follows. */
  end(): TextRecord[] {
    return this.assemble(true, Infinity);
  }

  private assemble(atEnd: boolean, most: number): TextRecord[] {
    const records: TextRecord[] = [];
    let start = 0;
    let next = this.next;
    let bytes = this.lines.slice(0, next).reduce((sum, line) => sum + line.text.length, 0);
    while (start < this.lines.length && records.length < most) {
      const line = this.lines[next];
      if (line === undefined && !atEnd) break;
      bytes += line?.text.length ?? 0;
      const record = this.advance(start, line, bytes);
      next++;
      if (record === 'open') continue;
      if (record !== undefined) records.push(record);
      if (record?.flaw !== undefined || this.isMisread(record, next - start)) next = start + 1;
      start = next;
      bytes = 0;
      this.parser.reset();
    }
    this.lines = this.lines.slice(start);
    this.next = next - start;
    return records;
  }

  private advance(start: number, line: Line | undefined, bytes: number): AdvanceResult {
    const first = this.lines[start];
    if (first === undefined) return undefined;
    if (first.tooLong) return this.flawed(first, 'row-too-long', 0);
    if (line === first && first.text.trim() === '') return undefined;
    const fields = this.parser.fields;
    const ended = line === undefined || line.tooLong || bytes > this.maxBytes;
    if (ended) return this.flawed(first, 'unclosed-quote', fields.length);
    const state = this.parser.take(line.text);
    if (state === 'open') return 'open';
    if (state === 'complete') return { line: first.number, fields: this.parser.fields };
    // A quote that closes lines below with text after it was another row's opening quote.
    const code = line === first ? state : 'unclosed-quote';
    return this.flawed(first, code, this.parser.fields.length - 1);
  }

  private flawed(first: Line, code: RecordFlaw, field: number): TextRecord {
    const fields = first.tooLong ? [] : first.text.split(this.delimiter);
    return { line: first.number, fields, flaw: { code, field } };
  }

  /** A row over several lines that has the wrong number of fields was held together by stray quotes. */
  private isMisread(record: TextRecord | undefined, lines: number): boolean {
    return lines > 1 && this.width !== undefined && !fits(record?.fields ?? [], this.width);
  }
}

type AdvanceResult = TextRecord | 'open' | undefined;
