import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { OneConnection } from './one-connection.js';

async function serve(answer: (socket: Socket) => void): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => answer(socket));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
}

async function asking(answer: (socket: Socket) => void): Promise<number> {
  const server = await serve(answer);
  const { port } = server.address() as AddressInfo;
  const connection = await OneConnection.to(`http://127.0.0.1:${port}`);
  try {
    connection.begin('GET', '/', {});
    return await connection.status();
  } finally {
    connection.close();
    server.close();
  }
}

describe('OneConnection', () => {
  it('reads an answer that comes in pieces', async () => {
    const pieces = ['HTTP/1.1 204 No Content\r\ncontent-len', 'gth: 2\r\n\r\no', 'k'];
    const status = asking((socket) => {
      for (const piece of pieces) socket.write(piece);
    });
    expect(await status).toBe(204);
  });

  it('reads an answer with which the other side closes', async () => {
    const status = asking((socket) => {
      socket.end('HTTP/1.1 413 Too Large\r\ncontent-length: 0\r\n\r\n');
    });
    expect(await status).toBe(413);
  });

  it.each([
    ['ends', (socket: Socket) => void socket.end('HTTP/1.1 200')],
    ['breaks', (socket: Socket) => void socket.resetAndDestroy()],
  ])('does not wait for an answer where the connection %s', async (_, answer) => {
    await expect(asking(answer)).rejects.toThrow(/closed before the answer/u);
  });
});
