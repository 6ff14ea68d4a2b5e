import { startApi, type ApiOptions } from '../../../api/src/index.js';
import { WorkerModule, startWorker } from '../../../worker/src/index.js';
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
  /** Ends jobs and requests at hand, then lets go of queue and database. */
  close(): Promise<void>;
}

/** Starts the apps of this process; together they share database connections, queue and index. */
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
  if (!parts.includes('api')) {
    const worker = await startWorker(options, logger);
    return { url: undefined, close: () => worker.close() };
  }
  const alongside = parts.includes('worker') ? [WorkerModule.inside(config)] : [];
  return startApi({ ...options, alongside }, logger);
}

function queueOf(config: Config, storage: Storage): QueueOptions {
  if (config.redisUrl !== undefined) return { kind: 'redis', url: config.redisUrl };
  return {
    kind: 'postgres',
    connectionString: storage.urls.queue ?? storage.urls.app,
    schema: QUEUE_SCHEMA,
  };
}
