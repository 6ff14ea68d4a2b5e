import { startApi, type ApiOptions } from '../../../api/src/index.js';
import { startWorker } from '../../../worker/src/index.js';
import type { Config } from '@athar/config';
import type { JsonLogger } from '@athar/diagnostics';
import { QUEUE_SCHEMA, type Storage } from '@athar/persistence';
import type { QueueOptions } from '@athar/queue';

/** Which apps a process runs. */
export type HousePart = 'api' | 'worker';

/** Apps that run in this process on one storage. */
export interface House {
  /** Where the API listens; undefined where this process runs none. */
  url: string | undefined;
  /** Ends requests, then jobs at hand, in this order: requests may still queue jobs. */
  close(): Promise<void>;
}

/** Starts the apps of this process. */
export async function startHouse(
  config: Config,
  storage: Storage,
  logger: JsonLogger,
  parts: readonly HousePart[],
): Promise<House> {
  const options: ApiOptions = {
    config,
    persistence: {
      appUrl: storage.urls.app,
      matcherUrl: storage.urls.matcher,
      masterKey: storage.masterKey,
    },
    queue: queueOf(config, storage),
  };
  const worker = parts.includes('worker') ? await startWorker(options, logger) : undefined;
  try {
    const api = parts.includes('api') ? await startApi(options, logger) : undefined;
    return {
      url: api?.url,
      close: async () => {
        await api?.close();
        await worker?.close();
      },
    };
  } catch (error) {
    await worker?.close();
    throw error;
  }
}

function queueOf(config: Config, storage: Storage): QueueOptions {
  if (config.redisUrl !== undefined) return { kind: 'redis', url: config.redisUrl };
  return {
    kind: 'postgres',
    connectionString: storage.urls.queue ?? storage.urls.app,
    schema: QUEUE_SCHEMA,
  };
}
