import { Injectable } from '@nestjs/common';
import { Matching } from '@athar/candidates';
import { Processes, type JobContext, type JobHandler, type JobPayloads } from '@athar/queue';

/** Matches one chunk of the open reports against the entries that an import changed. */
@Injectable()
@Processes('match-entries')
export class MatchEntriesProcessor implements JobHandler<'match-entries'> {
  constructor(private readonly matching: Matching) {}

  handle(payload: JobPayloads['match-entries'], context: JobContext): Promise<void> {
    return this.matching.matchEntries(payload, (done) => context.progress(done));
  }
}
