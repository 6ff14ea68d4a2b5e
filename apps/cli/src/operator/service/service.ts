import type { Session } from '../../session.js';
import { bodyOf } from './answer.js';
import { BadArguments, ConnectionLost, ServiceNotThere } from './errors.js';
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
    /** Id of the member that acts. */
    readonly member: string,
    private readonly session: Pick<Session, 'signal'>,
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

  /** The same service for what is still to be done after the command was stopped. */
  until(signal: AbortSignal): Service {
    return new Service(this.url, this.member, { signal });
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

  /** Writes over the version that was read. Once: whether a repeat is right, the caller knows. */
  put<Body>(path: string, body: object, version: number): Promise<Body> {
    return this.request<Body>('PUT', path, body, { 'if-match': `"${version}"` });
  }

  /**
   * The bytes of a file that the service makes, asked for with GET, or POST where there is a body.
   *
   * @throws Refused; while they are read ConnectionLost: what came is not the whole file.
   */
  download(path: string, body?: object): Promise<AsyncIterable<Uint8Array>> {
    return patiently(async () => {
      const response = await this.send(body === undefined ? 'GET' : 'POST', path, body);
      if (response.ok && response.body) return whole(response.body);
      return bodyOf<never>(response.status, await response.text());
    }, this.session.signal);
  }

  /** Every item of a list, page by page. @param filters of the list, for its address. */
  async *list<Item>(
    path: string,
    filters: Readonly<Record<string, string>> = {},
  ): AsyncGenerator<Item> {
    let cursor: string | null = '';
    while (cursor !== null) {
      const place: Record<string, string> = cursor === '' ? {} : { cursor };
      const query = new URLSearchParams({ limit: '200', ...filters, ...place });
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
    const response = await this.send(method, path, body, headers);
    return bodyOf<Body>(response.status, await response.text());
  }

  private send(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    return fetch(`${this.url}${path}`, {
      method,
      headers: this.headers({ ...type, ...headers }),
      signal: this.session.signal,
      ...json,
    });
  }
}

async function* whole(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    // So `fetch` says that the connection ended before the file did.
    throw error instanceof TypeError ? new ConnectionLost(error) : error;
  }
}
