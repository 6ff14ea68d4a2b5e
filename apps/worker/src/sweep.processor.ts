import { Injectable } from '@nestjs/common';
import { Matching } from '@athar/candidates';
import { OutgoingMessages } from '@athar/notifications';
import { Processes, type JobContext, type JobHandler, type JobPayloads } from '@athar/queue';
import { Imports } from '@athar/imports';
import { Republication } from '@athar/registry';

/** Finds what is unfinished in every room and queues it again. */
@Injectable()
@Processes('sweep')
export class SweepProcessor implements JobHandler<'sweep'> {
  constructor(
    private readonly imports: Imports,
    private readonly republication: Republication,
    private readonly matching: Matching,
    private readonly messages: OutgoingMessages,
  ) {}

  /** One room that cannot be swept must not keep the others from it. */
  async handle(_payload: JobPayloads['sweep'], context: JobContext): Promise<void> {
    const sweeps = [
      () => this.imports.sweep(),
      () => this.republication.sweep(),
      () => this.matching.sweep(),
      () => this.messages.sweep(),
    ];
    const failures: unknown[] = [];
    for (const [at, sweep] of sweeps.entries()) {
      await sweep().catch((error: unknown) => failures.push(error));
      await context.progress((at + 1) / sweeps.length);
    }
    if (failures.length > 0) throw failures[0];
  }
}
