import { CodedError, type Problem } from '@athar/diagnostics';
import type { Readable } from 'node:stream';

/** The API refused something that the demonstration asked of it. */
export class ApiRefused extends CodedError {
  readonly code = 'api-refused';
  readonly kind = 'internal';

  constructor(what: string, status: number, code: string, problems: readonly Problem[]) {
    super(`${what} was answered with ${status} (${code}).`, { problems });
  }
}

/** Speaks to the API as one member, over HTTP like any other client. */
export class DemoClient {
  constructor(
    private readonly url: string,
    private readonly member: string,
    private readonly signal: AbortSignal,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path, {});
  }

  post<T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
    return this.send<T>('POST', path, {
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  /** Sends a file as it is read. */
  upload<T>(path: string, type: string, file: Readable): Promise<T> {
    return this.send<T>('POST', path, {
      headers: { 'content-type': type },
      body: file as unknown as ReadableStream,
      duplex: 'half',
    } as RequestInit);
  }

  private async send<T>(method: string, path: string, init: RequestInit): Promise<T> {
    const response = await fetch(`${this.url}/api${path}`, {
      ...init,
      method,
      signal: this.signal,
      headers: { ...(init.headers as Record<string, string>), 'x-athar-member': this.member },
    });
    const body = (await response.json()) as T & { code?: string; problems?: Problem[] };
    if (response.ok) return body;
    const what = `${method} ${path.replace(/\?.*$/, '')}`;
    throw new ApiRefused(what, response.status, body.code ?? 'unknown', body.problems ?? []);
  }
}
