import type { Readable, Writable } from 'node:stream';
import { exitCode, type ExitCode } from './exit-code.js';
import { Output } from './output.js';

/** What a command has to do with the world outside: its streams, and when it is told to stop. */
export interface Session {
  readonly stdin: Readable;
  readonly output: Output;
  /** Aborted by Ctrl-C, by a termination signal or when standard output is closed early. */
  readonly signal: AbortSignal;
  /** Runs a command's work and keeps the exit code it ends with. */
  readonly ends: (work: Promise<ExitCode>) => Promise<void>;
}

/** Why a command was stopped from outside. */
export class Stopped extends Error {
  override readonly name = 'Stopped';

  constructor(readonly exitCode: ExitCode) {
    super('Stopped from outside.');
  }
}

/** Milliseconds: npx passes the terminal's Ctrl-C on once more, so that one press comes twice. */
const onePress = 500;

/** The session of this process. A second Ctrl-C ends it at once. */
export function openSession(code: { value: ExitCode }): Session {
  const controller = new AbortController();
  let stopped = 0;
  const stop = (reason: ExitCode): void => {
    if (!controller.signal.aborted) {
      stopped = performance.now();
      controller.abort(new Stopped(reason));
    } else if (performance.now() - stopped > onePress) process.exit(reason);
  };
  process.on('SIGINT', () => stop(exitCode.interrupted));
  process.on('SIGTERM', () => stop(exitCode.terminated));
  process.on('SIGHUP', () => stop(exitCode.hungUp));
  endWhenClosed(process.stdout, controller);
  return {
    stdin: process.stdin,
    output: new Output(process.stdout, process.stderr),
    signal: controller.signal,
    ends: async (work) => {
      code.value = await work;
    },
  };
}

/** `athar ... --out - | head` closes our output when it has seen enough: an end, not a fault. */
function endWhenClosed(stdout: Writable, controller: AbortController): void {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    controller.abort(new Stopped(exitCode.failed));
  });
}
