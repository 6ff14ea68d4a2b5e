import { Injectable } from '@nestjs/common';
import { Matching } from '@athar/candidates';
import { Processes, type JobContext, type JobHandler, type JobPayloads } from '@athar/queue';

/** Looks for pairs among one chunk of the entries that changed and those of the other side. */
@Injectable()
@Processes('pair-entries')
export class PairEntriesProcessor implements JobHandler<'pair-entries'> {
  constructor(private readonly matching: Matching) {}

  handle(_payload: JobPayloads['pair-entries'], context: JobContext): Promise<void> {
    return this.matching.pairEntries((done) => context.progress(done));
  }
}
