/** Where the queues live: Redis, or a schema of a PostgreSQL where there is no Redis. */
export type QueueOptions =
  | {
      kind: 'redis';
      /** `redis://` or `rediss://`. */
      url: string;
      /** First part of every key; two houses on one Redis need two prefixes. Default `athar`. */
      prefix?: string;
    }
  | {
      kind: 'postgres';
      /** The role must own `schema`; it needs no other right. */
      connectionString: string;
      /** An existing schema that holds nothing but the queues. */
      schema: string;
    };
