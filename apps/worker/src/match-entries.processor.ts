import { Injectable } from '@nestjs/common';
import { Matching } from '@athar/candidates';
import { Processes, type JobHandler, type JobPayloads } from '@athar/queue';

/** Plans how all open reports are matched against the entries that an import changed. */
@Injectable()
@Processes('match-entries')
export class MatchEntriesProcessor implements JobHandler<'match-entries'> {
  constructor(private readonly matching: Matching) {}

  async handle(payload: JobPayloads['match-entries']): Promise<void> {
    await this.matching.planBatch(payload);
  }
}
