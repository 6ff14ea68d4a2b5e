import { WorkbookTooLarge } from './workbook-error.js';

const pageLength = 1024;

/** Texts by their number, packed as UTF-8: a third of what they would take as strings. */
export class SharedTexts {
  private readonly pages: { bytes: Buffer; ends: Uint32Array }[] = [];
  private page: string[] = [];
  private bytes = 0;

  constructor(private readonly maxBytes: number) {}

  /** @throws WorkbookTooLarge */
  add(text: string): void {
    this.page.push(text);
    this.bytes += Buffer.byteLength(text) + 4;
    if (this.bytes > this.maxBytes) {
      const bound = Math.floor(this.maxBytes / 1024 / 1024);
      throw new WorkbookTooLarge(`its texts together have more than ${bound} MB`);
    }
    if (this.page.length === pageLength) this.pack();
  }

  /** The text of a number, from 0 on; undefined where there is none. */
  at(index: number): string | undefined {
    const page = this.pages[Math.floor(index / pageLength)];
    const place = index % pageLength;
    if (page === undefined) {
      return index >= this.pages.length * pageLength ? this.page[place] : undefined;
    }
    return page.bytes.toString('utf8', place === 0 ? 0 : page.ends[place - 1], page.ends[place]);
  }

  private pack(): void {
    const ends = new Uint32Array(pageLength);
    let end = 0;
    this.page.forEach((text, index) => {
      end += Buffer.byteLength(text);
      ends[index] = end;
    });
    this.pages.push({ bytes: Buffer.from(this.page.join('')), ends });
    this.page = [];
  }
}
