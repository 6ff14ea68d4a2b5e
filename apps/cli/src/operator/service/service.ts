import type { Session } from '../../session.js';
import { bodyOf } from './answer.js';
import { BadArguments, ServiceNotThere } from './errors.js';
import { isLostConnection, patiently } from './patience.js';

/** One page of a list. */
interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** The running service's HTTP API, as one member. */
export class Service {
  private constructor(
    /** Without a slash at its end. */
    readonly url: string,
    private readonly member: string,
    private readonly session: Session,
  ) {}

  /**
   * Finds the service and whether the member may act there.
   *
   * @throws ServiceNotThere at once: what never answered is not restarting; Refused for an unknown
   * member.
   */
  static async find(url: string, member: string, session: Session): Promise<Service> {
    if (!/^https?:\/\/./.test(url) || !URL.canParse(url)) {
      throw new BadArguments('--url is an address like http://127.0.0.1:3000.');
    }
    const service = new Service(url.replace(/\/+$/, ''), member, session);
    try {
      await service.request('GET', '/api/organisation');
    } catch (error) {
      throw isLostConnection(error) ? new ServiceNotThere(service.url, error) : error;
    }
    return service;
  }

  /** Headers of every request of the member. */
  headers(more: Readonly<Record<string, string>> = {}): Record<string, string> {
    return { 'x-athar-member': this.member, ...more };
  }

  get<Body>(path: string): Promise<Body> {
    return patiently(() => this.request<Body>('GET', path), this.session.signal);
  }

  /** @param key the same for every attempt at one thing. */
  post<Body>(path: string, body: object, key: string): Promise<Body> {
    return patiently(
      () => this.request<Body>('POST', path, body, { 'idempotency-key': key }),
      this.session.signal,
    );
  }

  /** The bytes of a file that the service makes. @throws Refused */
  download(path: string): Promise<AsyncIterable<Uint8Array>> {
    return patiently(async () => {
      const response = await fetch(`${this.url}${path}`, {
        headers: this.headers(),
        signal: this.session.signal,
      });
      if (response.ok && response.body) return response.body;
      return bodyOf<never>(response.status, await response.text());
    }, this.session.signal);
  }

  /** Every item of a list, page by page. */
  async *list<Item>(path: string): AsyncGenerator<Item> {
    let cursor: string | null = '';
    while (cursor !== null) {
      const query = new URLSearchParams({ limit: '200', ...(cursor === '' ? {} : { cursor }) });
      const page: Page<Item> = await this.get(`${path}?${query.toString()}`);
      yield* page.items;
      cursor = page.nextCursor;
    }
  }

  private async request<Body>(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Body> {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: this.headers({ ...type, ...headers }),
      signal: this.session.signal,
      ...json,
    });
    return bodyOf<Body>(response.status, await response.text());
  }
}
