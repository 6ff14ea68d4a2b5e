import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';

/** The uploads at hand: a process that ends breaks them off itself, while it can still say so. */
@Injectable()
export class OpenReceptions implements BeforeApplicationShutdown {
  private readonly ends = new AbortController();
  private readonly open = new Set<Promise<unknown>>();

  /** Aborted when the process is to end. */
  get ending(): AbortSignal {
    return this.ends.signal;
  }

  /** Keeps the process from ending before the work has. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    const held = work();
    this.open.add(held);
    try {
      return await held;
    } finally {
      this.open.delete(held);
    }
  }

  /** Databases are still open now, and connections not cut yet. */
  async beforeApplicationShutdown(): Promise<void> {
    this.ends.abort();
    await Promise.allSettled(this.open);
  }
}
