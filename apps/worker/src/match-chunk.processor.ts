import { Injectable } from '@nestjs/common';
import { Matching } from '@athar/candidates';
import { Processes, type JobHandler, type JobPayloads } from '@athar/queue';

/** Matches one chunk of the open reports against the registry. */
@Injectable()
@Processes('match-chunk')
export class MatchChunkProcessor implements JobHandler<'match-chunk'> {
  constructor(private readonly matching: Matching) {}

  async handle(payload: JobPayloads['match-chunk']): Promise<void> {
    await this.matching.matchChunk(payload);
  }
}
