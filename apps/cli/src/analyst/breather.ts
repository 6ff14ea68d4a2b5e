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

/** Runs a long computation to its end, step by step, with pauses between the steps. */
export async function inPieces<Result>(
  steps: Generator<undefined, Result>,
  signal: AbortSignal,
): Promise<Result> {
  const breather = new Breather(signal);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await breather.pause();
  }
}

/** Runs a long computation to its end at one stroke: for a thread, which is ended from outside. */
export function allOf<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
