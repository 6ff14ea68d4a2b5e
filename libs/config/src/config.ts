import type { LogLevel } from '@athar/diagnostics';
import type { Environment } from './environment.js';
import { parseEnvironment } from './parse-environment.js';

/** Addresses of one PostgreSQL database, a role each. `owner` is there where migrations may run. */
export interface DatabaseAddresses {
  app: string;
  matcher: string;
  queue?: string;
  owner?: string;
}

/** All settings of a process, parsed once at start and handed to whoever needs a part. */
export interface Config {
  production: boolean;
  dataDirectory: string;
  http: { host: string; port: number; uploadLimitBytes: number };
  logLevel: LogLevel;
  /** Left out: the embedded PostgreSQL is to be used. */
  database?: DatabaseAddresses;
  /** A superuser's address, for provisioning roles only. */
  databaseAdmin?: string;
  redisUrl?: string;
  /** 32 bytes. Left out: the embedded installation keeps its own in its data folder. */
  masterKey?: Buffer;
  mail: { smtpUrl?: string; from: string };
  worker: {
    sweepSeconds: number;
    concurrency: number;
    /** Threads that match chunks of reports; 0: the process's own. */
    threads: number;
  };
}

/** Turns parsed variables into settings by purpose. */
export function toConfig(environment: Environment): Config {
  const config: Config = {
    production: environment.NODE_ENV === 'production',
    dataDirectory: environment.ATHAR_DATA,
    http: {
      host: environment.ATHAR_HOST,
      port: environment.ATHAR_PORT,
      uploadLimitBytes: environment.ATHAR_UPLOAD_LIMIT_MB * 1024 * 1024,
    },
    logLevel: environment.ATHAR_LOG_LEVEL,
    mail: { from: environment.MAIL_FROM },
    worker: {
      sweepSeconds: environment.ATHAR_SWEEP_SECONDS,
      concurrency: environment.ATHAR_WORKER_CONCURRENCY,
      threads: environment.ATHAR_WORKER_THREADS,
    },
  };
  if (environment.DATABASE_URL) config.database = databaseOf(environment, environment.DATABASE_URL);
  if (environment.DATABASE_ADMIN_URL) config.databaseAdmin = environment.DATABASE_ADMIN_URL;
  if (environment.REDIS_URL) config.redisUrl = environment.REDIS_URL;
  if (environment.SMTP_URL) config.mail.smtpUrl = environment.SMTP_URL;
  if (environment.ATHAR_MASTER_KEY) {
    config.masterKey = Buffer.from(environment.ATHAR_MASTER_KEY.trim(), 'base64');
  }
  return config;
}

function databaseOf(environment: Environment, app: string): DatabaseAddresses {
  const addresses: DatabaseAddresses = { app, matcher: environment.DATABASE_MATCHER_URL ?? app };
  if (environment.DATABASE_QUEUE_URL) addresses.queue = environment.DATABASE_QUEUE_URL;
  if (environment.DATABASE_OWNER_URL) addresses.owner = environment.DATABASE_OWNER_URL;
  return addresses;
}

/**
 * Reads the process's environment, once.
 *
 * @throws InvalidEnvironment naming every bad variable.
 */
export function loadConfig(): Config {
  return toConfig(parseEnvironment(process.env));
}
