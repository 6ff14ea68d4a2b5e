import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@athar/persistence';
import { JobProducer, type JobPayloads } from '@athar/queue';
import { EntryPairing } from '../../entry-pairs/entry-pairing.js';
import { endRuns } from '../matching-runs.js';
import type { Chunk } from './chunk-matching.js';
import { ChunkThreads } from './chunk-threads.js';
import { planRanges } from './lagging.js';

/** Reports a job: some seconds of work, so that a killed worker loses little and many may share. */
const CHUNK = 500;

/** Behind everything that somebody waits for. */
const PRIORITY = 10;

/** The advisory lock of whoever plans; any number that nobody else takes. */
const PLANNING_LOCK = 7_270_024;

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
    const batch = { fromRevision, toRevision };
    const chunks = await this.database.asMatcher(async (manager) => {
      // Two plans at once would mix their chunks, and leave reports between them.
      await manager.query('SELECT pg_advisory_xact_lock($1)', [PLANNING_LOCK]);
      const ranges = await planRanges(manager, BigInt(toRevision), size);
      if (ranges.length === 0) await endRuns(manager, BigInt(toRevision));
      else await this.queue(batch, ranges);
      return ranges.length;
    });
    this.logger.log({ message: 'Matching planned', ...batch, chunks });
    return chunks;
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
  async end({ fromRevision, toRevision }: Batch): Promise<void> {
    await this.database.asMatcher((manager) => endRuns(manager, BigInt(toRevision)));
    this.logger.log({ message: 'Matching ended', fromRevision, toRevision });
  }

  private queue(batch: Batch, ranges: Awaited<ReturnType<typeof planRanges>>): Promise<void> {
    const id = `${batch.fromRevision}-${batch.toRevision}`;
    return this.jobs.addBatch(
      ranges.map((range, at) => ({
        queue: 'match-chunk',
        payload: { ...batch, ...range },
        id: `chunk-${id}-n${at}`,
        priority: PRIORITY,
      })),
      { queue: 'end-matching', payload: batch, id: `end-${id}` },
    );
  }
}
