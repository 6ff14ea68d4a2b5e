import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@athar/persistence';
import { JobProducer, type JobPayloads } from '@athar/queue';
import type { EntityManager } from 'typeorm';
import { EntryPairing } from '../../entry-pairs/entry-pairing.js';
import { endRuns } from '../matching-runs.js';
import type { Chunk } from './chunk-matching.js';
import { ChunkThreads } from './chunk-threads.js';
import { planRanges } from './lagging.js';

/** Reports a job: some seconds of work, so that a killed worker loses little and many may share. */
const CHUNK = 500;

/** Behind everything that somebody waits for. */
const PRIORITY = 10;

type Batch = JobPayloads['match-entries'];

/**
 * Matches all open reports that lag behind the registry: a plan, its chunks in any order on any number of
 * workers, and an end when every chunk is done.
 */
@Injectable()
export class BatchMatching {
  private readonly logger = new Logger('candidates');

  constructor(
    private readonly database: Database,
    private readonly threads: ChunkThreads,
    private readonly jobs: JobProducer,
    private readonly entryPairing: EntryPairing,
  ) {}

  /**
   * Divides the reports that lag into chunks and queues these. Doing it again while they are under way
   * changes nothing. Also asks for pairs of entries.
   *
   * @param size reports a chunk.
   * @returns how many chunks there are to do.
   */
  async plan({ fromRevision, toRevision }: Batch, size = CHUNK): Promise<number> {
    await this.entryPairing.askIfBehind();
    const { ranges, plannedAt } = await this.database.asMatcher(async (manager) => ({
      ranges: await planRanges(manager, BigInt(toRevision), size),
      plannedAt: await readClock(manager),
    }));
    if (ranges.length === 0) return 0;
    const batch = { fromRevision, toRevision };
    const id = `${fromRevision}-${toRevision}`;
    await this.jobs.addBatch(
      ranges.map((range, at) => ({
        queue: 'match-chunk',
        payload: { ...batch, ...range },
        id: `chunk-${id}-n${at}`,
        priority: PRIORITY,
      })),
      { queue: 'end-matching', payload: { ...batch, plannedAt }, id: `end-${id}` },
    );
    this.logger.log({ message: 'Matching planned', ...batch, chunks: ranges.length });
    return ranges.length;
  }

  /** Matches one chunk. @returns ids of its reports that cannot be opened. */
  async matchChunk(chunk: Chunk): Promise<string[]> {
    const { fromRevision, toRevision } = chunk;
    const { matched, broken } = await this.threads.match(chunk);
    this.logger.log({ message: 'Chunk matched', fromRevision, toRevision, matched });
    for (const reportId of broken) {
      this.logger.error({ message: 'Report cannot be opened', reportId, code: 'seal-broken' });
    }
    return broken;
  }

  /** Every chunk is done: says so in the summaries of what moved. */
  async end({ fromRevision, toRevision, plannedAt }: JobPayloads['end-matching']): Promise<void> {
    await this.database.asMatcher((manager) => endRuns(manager, plannedAt));
    this.logger.log({ message: 'Matching ended', fromRevision, toRevision, plannedAt });
  }
}

/** The database's clock, by which runs are dated: those of the machines may differ. */
async function readClock(manager: EntityManager): Promise<string> {
  const [row] = await manager.query<{ at: Date }[]>('SELECT now() AS at');
  return (row?.at ?? new Date(0)).toISOString();
}
