import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import { Client } from 'pg';
import type { Backend } from './backend.js';
import { QueueUnavailable } from './errors.js';
import type { QueueName, StoredPayload } from './jobs.js';
import type { QueueOptions } from './queue-options.js';

/** Each queue and each worker has a pool of its own; their queries are short and few. */
const POOL = { max: 2, connectionTimeoutMillis: 5_000 };

/** Queues in a schema of PostgreSQL, for a house without Redis. */
export async function openPostgresBackend(
  options: Extract<QueueOptions, { kind: 'postgres' }>,
): Promise<Backend> {
  const { connectionString, schema } = options;
  await migrate(connectionString, schema);
  const connection = { connectionString, schema, ...POOL };
  const { FlowProducer, Queue, Worker } = withBackend(createPostgresBackend);
  return {
    queue: (name) => new Queue<StoredPayload, void, QueueName>(name, { connection }),
    flows: () => new FlowProducer({ connection }),
    worker: (name, work, settings) =>
      new Worker<StoredPayload, void, QueueName>(name, work, { ...settings, connection }),
    close: () => Promise.resolve(),
  };
}

async function migrate(connectionString: string, schema: string): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await runMigrations(withoutCreateSchema(client), schema);
  } catch (error) {
    throw new QueueUnavailable(error);
  } finally {
    await client.end();
  }
}

/**
 * BullMQ's migration begins with `CREATE SCHEMA IF NOT EXISTS`, for which PostgreSQL asks the right
 * to create schemas in the whole database even where the schema exists. The role of the queues has
 * no business there, so that one statement is left out.
 */
function withoutCreateSchema(client: Client): Parameters<typeof runMigrations>[0] {
  return {
    query: async (text, parameters) => {
      if (text.startsWith('CREATE SCHEMA IF NOT EXISTS')) return { rows: [] };
      return { rows: (await client.query(text, [...(parameters ?? [])])).rows };
    },
  };
}
