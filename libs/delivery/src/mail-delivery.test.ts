import { createServer, type AddressInfo } from 'node:net';
import { MailDelivery } from './mail-delivery.js';

const letter = {
  to: 'relative@example.org',
  subject: 'Your request',
  text: 'Your request is registered.',
  messageId: '<0b8f6c1e@mail.example.org>',
  language: 'en',
} as const;

const deliveryOver = (smtpUrl?: string) =>
  new MailDelivery({
    mail: { from: 'athar@mail.example.org', ...(smtpUrl === undefined ? {} : { smtpUrl }) },
  });

/** A port on which nobody listens any more. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('MailDelivery', () => {
  it('says that no mail server is set', async () => {
    const delivery = deliveryOver();
    expect(delivery.configured).toBe(false);
    await expect(delivery.send(letter)).rejects.toMatchObject({ code: 'mail-not-configured' });
  });

  it('wants another try while the server is away, and tells no address', async () => {
    const delivery = deliveryOver(`smtp://user:hunter2@127.0.0.1:${await closedPort()}`);
    const error: unknown = await delivery.send(letter).catch((reason: unknown) => reason);
    delivery.onApplicationShutdown();
    expect(error).toMatchObject({ code: 'mail-delayed', permanent: false });
    expect(String((error as Error).stack)).not.toMatch(/relative@|hunter2/);
  });

  it('takes the host of Message-IDs from the sender', () => {
    expect(deliveryOver().host).toBe('mail.example.org');
  });
});
