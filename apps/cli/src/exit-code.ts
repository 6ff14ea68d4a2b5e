/** What the process says to who called it. */
export const exitCode = {
  /** Done, every row used. */
  done: 0,
  /** Not done: nothing was written. */
  failed: 1,
  /** Done, but some rows were bad and left out. */
  someRowsBad: 2,
  /** Stopped by Ctrl-C (128 + SIGINT). */
  interrupted: 130,
  /** The terminal was closed (128 + SIGHUP). */
  hungUp: 129,
  /** Stopped by a termination signal (128 + SIGTERM). */
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
