import { availableParallelism } from 'node:os';
import { z } from 'zod';

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);
/** Each thread holds an index of its own: more are started only where they are asked for. */
const MOST_THREADS_UNASKED = 8;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const wholeNumber = (least: number, most: number, standard: number) =>
  z.coerce
    .number({ error: `a whole number from ${least} to ${most}` })
    .int(`a whole number from ${least} to ${most}`)
    .min(least, `a whole number from ${least} to ${most}`)
    .max(most, `a whole number from ${least} to ${most}`)
    .default(standard);

const urlOf = (protocols: string[], example: string) =>
  z.string().refine((text) => {
    try {
      return protocols.includes(new URL(text).protocol);
    } catch {
      return false;
    }
  }, `an address like ${example}`);

const postgresUrl = (role: string) =>
  urlOf(
    ['postgres:', 'postgresql:'],
    `postgres://athar_${role}:password@database:5432/athar`,
  ).optional();

/**
 * Every variable that Athar reads, with what it must look like. An entry marked in
 * {@link secretNames} may be given as NAME_FILE instead: the path of a file that holds the value.
 */
export const environmentSchema = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'], { error: 'development, production or test' })
    .default('development'),
  ATHAR_DATA: z.string().min(1, 'a folder').default('.athar'),
  ATHAR_HOST: z
    .string()
    .refine(
      (host) => loopback.has(host),
      'a loopback address (127.0.0.1, ::1 or localhost): there is no signing in yet',
    )
    .default('127.0.0.1'),
  ATHAR_PORT: wholeNumber(0, 65535, 3000),
  ATHAR_LOG_LEVEL: z.enum(logLevels, { error: `one of ${logLevels.join(', ')}` }).default('info'),
  DATABASE_URL: postgresUrl('app'),
  DATABASE_OWNER_URL: postgresUrl('owner'),
  DATABASE_MATCHER_URL: postgresUrl('matcher'),
  DATABASE_QUEUE_URL: postgresUrl('queue'),
  DATABASE_ADMIN_URL: urlOf(
    ['postgres:', 'postgresql:'],
    'postgres://postgres:password@database:5432/postgres',
  ).optional(),
  REDIS_URL: urlOf(['redis:', 'rediss:'], 'redis://queue:6379/0').optional(),
  ATHAR_MASTER_KEY: z
    .string()
    .refine(
      (text) => Buffer.from(text.trim(), 'base64').length === 32,
      '32 random bytes in base64, as `athar keys create` writes them',
    )
    .optional(),
  SMTP_URL: urlOf(['smtp:', 'smtps:'], 'smtp://user:password@mail:587').optional(),
  MAIL_FROM: z.email('an e-mail address').default('athar@localhost.localdomain'),
  ATHAR_SWEEP_SECONDS: wholeNumber(1, 3600, 15),
  ATHAR_WORKER_CONCURRENCY: wholeNumber(1, 64, 4),
  ATHAR_WORKER_THREADS: wholeNumber(0, 64, Math.min(MOST_THREADS_UNASKED, availableParallelism())),
  ATHAR_UPLOAD_LIMIT_MB: wholeNumber(1, 4096, 256),
});

export type Environment = z.output<typeof environmentSchema>;
export type EnvironmentName = keyof Environment;

/** Variables whose value may come from a file instead (`NAME_FILE`), as container secrets do. */
export const secretNames: readonly EnvironmentName[] = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_MATCHER_URL',
  'DATABASE_QUEUE_URL',
  'DATABASE_ADMIN_URL',
  'REDIS_URL',
  'ATHAR_MASTER_KEY',
  'SMTP_URL',
];
