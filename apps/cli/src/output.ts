import type { Writable } from 'node:stream';

/** A stream that may be a terminal. */
export type Screen = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** The two voices of a command: results on standard output, everything else on standard error. */
export class Output {
  constructor(
    readonly stdout: Screen,
    readonly stderr: Screen,
  ) {}

  /** A line of the result. */
  result(line: string): void {
    this.stdout.write(`${line}\n`);
  }

  /** A line about the work: what is wrong, what was done. */
  note(line: string): void {
    this.stderr.write(`${line}\n`);
  }
}
