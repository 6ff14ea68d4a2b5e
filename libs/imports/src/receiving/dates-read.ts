import type { DateRead } from '../columns/vocabulary.js';

/** As many as a person looks through before bringing the file in. */
const mostTold = 20;

/** The first different dates of a file that stood there in another form than they were read as. */
export class DatesRead {
  private readonly byText = new Map<string, DateRead>();

  readonly tell = (date: DateRead): void => {
    const key = `${date.column}\0${date.written}`;
    if (this.byText.size < mostTold && !this.byText.has(key)) this.byText.set(key, date);
  };

  get all(): DateRead[] {
    return [...this.byText.values()];
  }
}
