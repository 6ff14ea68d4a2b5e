import { FlowProducer, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Backend } from './backend.js';
import { QueueUnavailable } from './errors.js';
import type { QueueName, StoredPayload } from './jobs.js';
import type { QueueOptions } from './queue-options.js';

const reconnectDelay = (times: number) => Math.min(times * 200, 2_000);

/**
 * Queues on Redis. All producers share one connection, which gives up within seconds while Redis is
 * away: a request must not hang on it. Workers have their own and wait for its return.
 */
export async function openRedisBackend(
  options: Extract<QueueOptions, { kind: 'redis' }>,
): Promise<Backend> {
  const prefix = options.prefix ?? 'athar';
  const shared = new Redis(options.url, {
    maxRetriesPerRequest: 1,
    connectTimeout: 5_000,
    commandTimeout: 5_000,
    retryStrategy: reconnectDelay,
  });
  shared.on('error', () => undefined);
  await shared.ping().catch((error: unknown) => {
    shared.disconnect();
    throw new QueueUnavailable(error);
  });
  const patient = {
    url: options.url,
    maxRetriesPerRequest: null,
    retryStrategy: reconnectDelay,
  };
  return {
    queue: (name) =>
      new Queue<StoredPayload, void, QueueName>(name, { connection: shared, prefix }),
    flows: () => new FlowProducer({ connection: shared, prefix }),
    worker: (name, work, settings) =>
      new Worker<StoredPayload, void, QueueName>(name, work, {
        ...settings,
        connection: patient,
        prefix,
      }),
    close: async () => {
      await shared.quit().catch(() => shared.disconnect());
    },
  };
}
