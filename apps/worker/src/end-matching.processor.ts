import { Injectable } from '@nestjs/common';
import { Matching } from '@athar/candidates';
import { Processes, type JobHandler, type JobPayloads } from '@athar/queue';

/** Ends a batch when its last chunk is done. */
@Injectable()
@Processes('end-matching')
export class EndMatchingProcessor implements JobHandler<'end-matching'> {
  constructor(private readonly matching: Matching) {}

  handle(payload: JobPayloads['end-matching']): Promise<void> {
    return this.matching.endBatch(payload);
  }
}
