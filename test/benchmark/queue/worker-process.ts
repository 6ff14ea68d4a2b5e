/** A worker in a process of its own; what it works on comes in one message, `ready` goes back. */
import { startWorker } from '../../../apps/worker/src/index.js';
import { parseEnvironment, toConfig } from '@athar/config';
import { JsonLogger } from '@athar/diagnostics';
import { MasterKey } from '@athar/persistence';
import type { QueueOptions } from '@athar/queue';

/** What a worker process is told. */
export interface WorkerOrder {
  environment: Record<string, string>;
  appUrl: string;
  matcherUrl: string;
  /** In base64. */
  masterKey: string;
  queue: QueueOptions;
}

process.once('message', (order: WorkerOrder) => {
  const { environment, appUrl, matcherUrl, queue } = order;
  const masterKey = new MasterKey(Buffer.from(order.masterKey, 'base64'));
  const options = {
    config: toConfig(parseEnvironment(environment)),
    persistence: { appUrl, matcherUrl, masterKey },
    queue,
  };
  const logger = new JsonLogger('warn', process.stderr);
  void startWorker(options, logger).then((worker) => {
    process.once('SIGTERM', () => void worker.close().then(() => process.exit()));
    process.send?.('ready');
  });
});
