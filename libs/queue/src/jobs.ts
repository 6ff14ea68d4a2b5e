/** Every queue there is. A worker has exactly one handler for each. */
export const QUEUES = [
  'match-report',
  'compare-report',
  'match-entries',
  'match-chunk',
  'end-matching',
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
  /** Looks for other reports of the organisation on the same person, after the report was matched. */
  'compare-report': { organisationId: string; reportId: string };
  /**
   * Plans a batch: all open reports against the entries of revisions `fromRevision` (exclusive) to
   * `toRevision` (inclusive), both bigint as decimal strings.
   */
  'match-entries': { fromRevision: string; toRevision: string };
  /**
   * One chunk of a batch: the reports behind `afterReportId` (null: from the first) up to and with
   * `throughReportId` (null: to the last). `reports`: about how many of them lagged when it was planned.
   */
  'match-chunk': {
    fromRevision: string;
    toRevision: string;
    afterReportId: string | null;
    throughReportId: string | null;
    reports: number;
  };
  /** Comes when every chunk of a batch is done. */
  'end-matching': { fromRevision: string; toRevision: string };
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
