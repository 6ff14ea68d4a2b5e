/** Every queue there is. A worker has exactly one handler for each. */
export const QUEUES = [
  'match-report',
  'match-entries',
  'pair-entries',
  'apply-import',
  'send-message',
  'sweep',
] as const;

export type QueueName = (typeof QUEUES)[number];

/**
 * What a job of each queue carries: ids and revisions, never a name, a number or a note. Whoever
 * takes the job reads the rest from the database.
 */
export interface JobPayloads {
  'match-report': { organisationId: string; reportId: string; revision: number };
  /**
   * One chunk of the open reports against the entries of revisions `fromRevision` (exclusive) to
   * `toRevision` (inclusive), both bigint as decimal strings. The chunk begins after
   * `afterReportId`, null with the first report; `chunk` counts the chunks from 0.
   */
  'match-entries': {
    fromRevision: string;
    toRevision: string;
    afterReportId: string | null;
    chunk: number;
  };
  /**
   * One chunk of the entries that changed since all pairs of entries were looked at last, at the revision
   * `afterRevision`, a bigint as decimal string; the mark in the database says where the work begins.
   */
  'pair-entries': { afterRevision: string };
  'apply-import': { organisationId: string; importId: string };
  'send-message': { organisationId: string; messageId: string };
  /** Looks for what is unfinished and queues it again. */
  sweep: Record<string, never>;
}

/** A payload as it lies in the queue: with the correlation id of the request that caused it. */
export type StoredPayload<Q extends QueueName = QueueName> = JobPayloads[Q] & {
  correlationId?: string;
};

export interface JobCounts {
  /** Ready to be taken. */
  waiting: number;
  /** Being worked on. */
  active: number;
  /** To be taken later: asked for with a delay, or tried in vain and to be tried again. */
  delayed: number;
  /** Given up, kept for a person or the sweep. */
  failed: number;
}
