import { setTimeout as pause } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Matching } from '@athar/candidates';
import { describeError } from '@athar/diagnostics';

const EVERY_MS = 1_000;
const AFTER_FAILURE_MS = 15_000;

/**
 * Has the registry's names in memory before a report needs them: from the start of the worker on, and
 * while an import is still bringing entries in.
 */
@Injectable()
export class RegistryFollower implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('worker');
  private ended = false;

  constructor(private readonly matching: Matching) {}

  /** Not awaited: jobs are taken while the names are being read. */
  onApplicationBootstrap(): void {
    void this.follow();
  }

  beforeApplicationShutdown(): void {
    this.ended = true;
  }

  private async follow(): Promise<void> {
    while (!this.ended) {
      const every = await this.readOn();
      await pause(every, undefined, { ref: false });
    }
  }

  /** @returns after how many milliseconds to read on. */
  private async readOn(): Promise<number> {
    try {
      await this.matching.followRegistry();
      return EVERY_MS;
    } catch (error) {
      if (!this.ended) {
        this.log.warn({ message: 'The registry cannot be read', error: describeError(error) });
      }
      return AFTER_FAILURE_MS;
    }
  }
}
