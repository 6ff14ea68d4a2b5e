/**
 * The four database roles. Their names are fixed, since migrations grant to them:
 * owner (migrations), app (held by row-level security), matcher (reads across organisations, writes
 * candidates), queue (owns BullMQ's schema and nothing else).
 */
export const roleNames = {
  owner: 'athar_owner',
  app: 'athar_app',
  matcher: 'athar_matcher',
  queue: 'athar_queue',
} as const;

export type RoleName = keyof typeof roleNames;

/** Schema of every table of Athar's own, owned by the owner role. */
export const SCHEMA = 'athar';

/** Schema of BullMQ's tables where the queue runs on PostgreSQL, owned by the queue role. */
export const QUEUE_SCHEMA = 'athar_queue';
