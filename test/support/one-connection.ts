import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

/** One connection that is kept, over which requests are written byte by byte. */
export class OneConnection {
  private heard = '';
  /** True once nothing more can be heard. */
  private ended = false;
  private failure: unknown;
  private wake = (): void => undefined;

  private constructor(private readonly socket: Socket) {
    const end = (): void => {
      this.ended = true;
      this.wake();
    };
    // What fails is told by the next `status`; the socket closes after it.
    socket.on('error', (error) => (this.failure ??= error));
    socket.on('end', end).on('close', end);
    socket.setEncoding('utf8').on('data', (text: string) => {
      this.heard += text;
      this.wake();
    });
  }

  static async to(url: string): Promise<OneConnection> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new OneConnection(socket);
  }

  begin(method: string, path: string, headers: Record<string, string>): void {
    const lines = Object.entries({ host: 'localhost', ...headers }).map(([k, v]) => `${k}: ${v}`);
    this.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  }

  write(text: string): void {
    this.socket.write(text);
  }

  /**
   * The status of the next answer, once its body is there too.
   * @throws Error where the connection closes before that
   */
  async status(): Promise<number> {
    for (;;) {
      const [head, body] = this.heard.split(/\r\n\r\n(.*)/s);
      const length = Number(/content-length: (\d+)/i.exec(head ?? '')?.[1]);
      if (body !== undefined && Buffer.byteLength(body) >= length) {
        this.heard = Buffer.from(body).subarray(length).toString();
        return Number(/^HTTP\/1.1 (\d+)/.exec(head ?? '')?.[1]);
      }
      if (this.ended) {
        throw new Error('The connection closed before the answer was there.', {
          cause: this.failure,
        });
      }
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  close(): void {
    this.socket.destroy();
  }
}
