import { SingleBar } from 'cli-progress';
import type { Output } from './output.js';

/** How far the work is. To be ended in any case, so that the terminal gets its cursor back. */
export interface Progress {
  advance(steps: number): void;
  end(): void;
}

const none: Progress = { advance: () => undefined, end: () => undefined };

/** A bar on standard error where that is a terminal, else nothing. */
export function showProgress(output: Output, label: string, total: number): Progress {
  if (output.stderr.isTTY !== true || total === 0) return none;
  const bar = new SingleBar({
    format: `${label} {bar} {value}/{total}, {eta_formatted} left`,
    barCompleteChar: '#',
    barIncompleteChar: '-',
    stream: output.stderr as NodeJS.WriteStream,
    clearOnComplete: true,
    hideCursor: true,
    gracefulExit: false,
  });
  bar.start(total, 0);
  return { advance: (steps) => bar.increment(steps), end: () => bar.stop() };
}
