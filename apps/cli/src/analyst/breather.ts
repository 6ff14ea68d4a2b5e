import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work without a pause. */
const stretch = 50;

/**
 * For long computations on the main thread: lets signals, streams and the progress bar have their
 * turn now and then, and throws the signal's reason when the work is to stop.
 */
export class Breather {
  private last = performance.now();

  constructor(private readonly signal: AbortSignal) {}

  async pause(): Promise<void> {
    if (performance.now() - this.last < stretch) return;
    await setImmediate();
    this.signal.throwIfAborted();
    this.last = performance.now();
  }
}
