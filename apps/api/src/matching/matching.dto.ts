import { leavingReasons } from '@athar/candidates';
import { QUEUES } from '@athar/queue';
import { z } from 'zod';

const count = z.int().min(0);

const pairCounts = z
  .object({
    waiting: count.meta({ description: 'For the judgement of your reviewers' }),
    left: count.meta({ description: 'Taken out of the queue by matching, judged by nobody' }),
  })
  .meta({ id: 'PairCounts' });

const left = Object.fromEntries(leavingReasons.map((reason) => [reason, count]));

const matchingRun = z
  .object({
    registryRevision: z.string().meta({ example: '320' }),
    model: z.string(),
    came: count.meta({ description: 'Pairs that are new or fit again' }),
    rose: count.meta({ description: 'Pairs that stayed, in a stronger band than before' }),
    fell: count.meta({ description: 'Pairs that stayed, in a weaker band' }),
    left: z.object(left).meta({
      description: 'Pairs that left without a judgement, by reason: see /candidates/left',
    }),
    beganAt: z.string(),
    updatedAt: z.string().meta({ description: 'When a pair last came, left or moved' }),
    endedAt: z.string().nullable().meta({
      description: 'When every open report had been gone through; null: not yet, or one by one',
    }),
  })
  .meta({ id: 'MatchingRun' });

const pairsState = z
  .object({
    candidates: pairCounts,
    duplicates: pairCounts,
    entryPairs: pairCounts,
    runs: z.array(matchingRun).meta({
      description:
        'What matching your reports against a revision of the registry changed in the queue of pairs ' +
        'of a report and an entry: the latest ten that changed it, newest first',
    }),
  })
  .meta({ id: 'PairsState' });

export const matchingState = z
  .object({
    registryRevision: z.string().meta({ example: '320' }),
    reports: z.object({
      open: count,
      matched: count.meta({ description: 'Matched as they are now, against all entries' }),
      waiting: count,
    }),
    entries: z.object({
      waiting: count.meta({
        description: 'Of the registry: not yet looked at for pairs of records',
      }),
    }),
    failedJobs: count.meta({ description: 'Jobs that were given up, up to a thousand' }),
    model: z.string().meta({ description: 'Version of everything that makes a score' }),
    pairs: pairsState
      .nullable()
      .meta({ description: 'For reviewers and stewards; null for who is neither' }),
  })
  .meta({ id: 'MatchingState' });

export const queueName = z.enum(QUEUES);

/** BullMQ's ids of ours: what is done, to which ids, in which generation. */
export const jobId = z.string().regex(/^[A-Za-z0-9._-]{1,200}$/, 'the id of a failed job');

export const failedJobsQuery = z.strictObject({
  limit: z.coerce
    .number({ error: 'a whole number from 1 to 200' })
    .int('a whole number from 1 to 200')
    .min(1, 'a whole number from 1 to 200')
    .max(200, 'a whole number from 1 to 200')
    .default(50),
});

export const failedJobs = z
  .object({
    items: z.array(
      z.object({
        queue: queueName,
        id: z.string(),
        attempts: count,
        failedCode: z.string().meta({ example: 'queue-unavailable' }),
        failedMessage: z.string(),
        permanent: z.boolean().meta({ description: 'Waits for a person' }),
        failedAt: z.string(),
        correlationId: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'FailedJobs' });

export const retriedJob = z.object({ queue: queueName, id: z.string() }).meta({ id: 'RetriedJob' });
