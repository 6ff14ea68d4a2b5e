import type { Backend } from './backend.js';
import { openPostgresBackend } from './postgres-backend.js';
import type { QueueOptions } from './queue-options.js';
import { openRedisBackend } from './redis-backend.js';

/**
 * Connects, and brings BullMQ's tables up to date where they are in PostgreSQL.
 * @throws QueueUnavailable where the server does not answer.
 */
export function openBackend(options: QueueOptions): Promise<Backend> {
  return options.kind === 'redis' ? openRedisBackend(options) : openPostgresBackend(options);
}
