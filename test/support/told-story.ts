import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { ImportView } from '@athar/imports';
import { writeRows, type TableFormat } from '@athar/tabular';
import { send, type Answer } from './http.js';

type Row = Record<string, string>;

/** A table as the bytes of a file. */
export async function fileOf(
  format: TableFormat,
  columns: readonly string[],
  rows: Iterable<Row>,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const into = new Writable({
    write(chunk: Buffer | string, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  await writeRows(into, format, columns, rows);
  return Buffer.concat(chunks);
}

/** One member at one door. */
export class Storyteller {
  constructor(
    private readonly url: string,
    readonly member: string,
  ) {}

  async get<Body>(path: string): Promise<Body> {
    return this.answered(await send<Body>(this.url, 'GET', `/api${path}`, { as: this.member }));
  }

  async post<Body>(path: string, body: unknown): Promise<Body> {
    const answer = await send<Body>(this.url, 'POST', `/api${path}`, { as: this.member, body });
    return this.answered(answer);
  }

  async put<Body>(path: string, version: number, body: unknown): Promise<Body> {
    const headers = { 'if-match': `"${version}"` };
    return this.answered(
      await send<Body>(this.url, 'PUT', `/api${path}`, { as: this.member, body, headers }),
    );
  }

  /** Every item of a list, page by page. */
  async all<Item>(path: string): Promise<Item[]> {
    const items: Item[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const at: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: { items: Item[]; nextCursor: string | null } = await this.get(
        `${path}${path.includes('?') ? '&' : '?'}limit=200${at}`,
      );
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  }

  /** Brings a file in and waits for its end. */
  async bring(path: string, file: Buffer): Promise<ImportView> {
    const response = await fetch(`${this.url}/api${path}`, {
      method: 'POST',
      headers: { 'x-athar-member': this.member, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(file),
    });
    const begun = (await response.json()) as ImportView;
    if (response.status !== 202) throw new Error(`${path}: ${JSON.stringify(begun)}`);
    for (;;) {
      const view = await this.get<ImportView>(`/imports/${begun.id}`);
      if (view.finishedAt !== null) return view;
      await pause(100);
    }
  }

  private answered<Body>({ status, body }: Answer<Body>): Body {
    if (status < 300) return body;
    throw new Error(`Answered with ${status}: ${JSON.stringify(body)}`);
  }
}
