import type { QueueOptions } from '@athar/queue';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { startPostgres, startRedis } from './servers.js';

/** A server of its own on which the queues may live. */
export interface Place {
  options: QueueOptions;
  /** Loses everything that was queued, as a server does whose disk or memory is gone. */
  lose(): Promise<void>;
  stop(): Promise<void>;
}

export async function postgresPlace(): Promise<Place> {
  const server = await startPostgres();
  const admin = new Client(server.adminUrl);
  await admin.connect();
  await admin.query(`create role queue login password 'queue'`);
  await admin.query('create schema jobs authorization queue');
  const url = new URL(server.adminUrl);
  url.username = url.password = 'queue';
  return {
    options: { kind: 'postgres', connectionString: url.href, schema: 'jobs' },
    lose: async () => void (await admin.query('truncate jobs.job cascade')),
    stop: async () => {
      await admin.end();
      await server.stop();
    },
  };
}

export async function redisPlace(): Promise<Place> {
  const server = await startRedis();
  const admin = new Redis(server.url);
  return {
    options: { kind: 'redis', url: server.url, prefix: 'test' },
    lose: async () => void (await admin.flushall()),
    stop: async () => {
      await admin.quit();
      await server.stop();
    },
  };
}
