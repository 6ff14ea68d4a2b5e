import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Where an upload is to be cut off: amid the request, when its answer is on the way; `hold` lets no more of it through. */
export type Cut = 'request' | 'answer' | 'hold';

/** Stands between a client and a service, and cuts uploads off. */
export interface CuttingProxy {
  url: string;
  /** Cuts to make at the next uploads, one each. */
  cuts: Cut[];
  stop(): Promise<void>;
}

const amid = 100_000;

/** Starts a proxy before the service at `target`. */
export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const cuts: Cut[] = [];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const service = connect(Number(new URL(target).port), '127.0.0.1');
    for (const socket of [client, service]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        client.destroy();
        service.destroy();
      });
    }
    let cut: Cut | undefined;
    let bytes = 0;
    client.on('data', (chunk: Buffer) => {
      if (/^POST \/api\/collections\/(?:[^/]+\/)?imports/.test(chunk.toString('latin1'))) {
        cut = cuts.shift();
      }
      bytes += chunk.length;
      if (cut === 'hold' && bytes > amid) return;
      service.write(chunk);
      if (cut === 'request' && bytes > amid) client.destroy();
    });
    service.on('data', (chunk: Buffer) => {
      if (cut === 'answer') client.destroy();
      else client.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts,
    stop: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
