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
  private readonly parser: FieldParser;
  /** Fields of a whole row once the header is known. */
  private width: number | undefined;

  constructor(
    delimiter: string,
    private readonly maxBytes: number,
  ) {
    this.parser = new FieldParser(delimiter);
  }

  expectWidth(width: number): void {
    this.width = width;
  }

  /** Takes further lines and gives the rows they complete. */
  take(lines: readonly Line[]): TextRecord[] {
    const from = this.lines.length;
    this.lines = this.lines.concat(lines);
    return this.assemble(from, false);
  }

  /** Gives what is left when no line follows. */
  end(): TextRecord[] {
    return this.assemble(this.lines.length, true);
  }

  private assemble(from: number, atEnd: boolean): TextRecord[] {
    const records: TextRecord[] = [];
    let start = 0;
    let next = from;
    let bytes = this.lines.slice(0, from).reduce((sum, line) => sum + line.text.length, 0);
    while (start < this.lines.length) {
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
    return records;
  }

  private advance(start: number, line: Line | undefined, bytes: number): AdvanceResult {
    const first = this.lines[start];
    if (first === undefined) return undefined;
    if (first.tooLong) return flawed(first, [], 'row-too-long', 0);
    if (line === first && first.text.trim() === '') return undefined;
    const fields = this.parser.fields;
    const ended = line === undefined || line.tooLong || bytes > this.maxBytes;
    if (ended) return flawed(first, fields, 'unclosed-quote', fields.length);
    const state = this.parser.take(line.text);
    if (state === 'open') return 'open';
    if (state === 'complete') return { line: first.number, fields: this.parser.fields };
    // A quote that closes lines below with text after it was another row's opening quote.
    const code = line === first ? state : 'unclosed-quote';
    return flawed(first, fields, code, this.parser.fields.length - 1);
  }

  /** A row over several lines that has the wrong number of fields was held together by stray quotes. */
  private isMisread(record: TextRecord | undefined, lines: number): boolean {
    return lines > 1 && this.width !== undefined && !fits(record?.fields ?? [], this.width);
  }
}

type AdvanceResult = TextRecord | 'open' | undefined;

function flawed(first: Line, fields: string[], code: RecordFlaw, field: number): TextRecord {
  return { line: first.number, fields, flaw: { code, field } };
}
