/** What became of a row after a further line of it. */
export type FieldState = 'complete' | 'open' | 'text-after-quote';

const quote = '"';

/**
 * Splits one row into its fields as RFC 4180 says, a physical line at a time, since a quoted field
 * may run over several lines. A quote inside an unquoted field is plain text.
 */
export class FieldParser {
  fields: string[] = [];
  private field = '';
  private insideQuotes = false;

  constructor(private readonly delimiter: string) {}

  reset(): void {
    this.fields = [];
    this.field = '';
    this.insideQuotes = false;
  }

  /** Takes the row's next line; `open` means that a quoted field goes on in the line after. */
  take(line: string): FieldState {
    if (!this.insideQuotes && !line.includes(quote)) {
      this.fields = line.split(this.delimiter);
      return 'complete';
    }
    let at = 0;
    if (this.insideQuotes) {
      this.field += '\n';
      at = this.readQuoted(line, 0);
      if (at < 0) return 'open';
      if (at === line.length) return 'complete';
      if (line[at++] !== this.delimiter) return 'text-after-quote';
    }
    return this.readFields(line, at);
  }

  private readFields(line: string, from: number): FieldState {
    for (let at = from; ; at++) {
      if (line[at] === quote) {
        at = this.readQuoted(line, at + 1);
        if (at < 0) return 'open';
      } else {
        const end = line.indexOf(this.delimiter, at);
        this.fields.push(end < 0 ? line.slice(at) : line.slice(at, end));
        at = end < 0 ? line.length : end;
      }
      if (at === line.length) return 'complete';
      if (line[at] !== this.delimiter) return 'text-after-quote';
    }
  }

  /** Reads up to the closing quote; gives the place after it, or -1 where the line ends before. */
  private readQuoted(line: string, from: number): number {
    for (let at = from; ;) {
      const end = line.indexOf(quote, at);
      this.insideQuotes = end < 0;
      if (end < 0) {
        this.field += line.slice(at);
        return -1;
      }
      this.field += line.slice(at, end);
      if (line[end + 1] !== quote) {
        this.fields.push(this.field);
        this.field = '';
        return end + 1;
      }
      this.field += quote;
      at = end + 2;
    }
  }
}
