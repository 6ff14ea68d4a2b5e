/** What kind of failure this is, in the words of the house; the API turns it into an HTTP status. */
export type ErrorKind =
  | 'invalid'
  | 'not-found'
  | 'forbidden'
  | 'conflict'
  | 'precondition'
  | 'too-large'
  | 'unavailable'
  | 'internal';

/** One thing that is wrong with what was handed in. Never repeats the value itself. */
export interface Problem {
  /** Where: a JSON pointer (`/contacts/0/email`), a column name or an environment variable. */
  field: string;
  /** Machine-readable reason, kebab-case. */
  code: string;
  /** What was expected, for a person. */
  expected: string;
  /** What to do about it, for a person. */
  fix: string;
  /** 1-based row of a table or line of a file, where there is one. */
  row?: number;
}

export interface CodedErrorOptions {
  problems?: readonly Problem[];
  cause?: unknown;
}

/**
 * The base of every error that the house throws on purpose. `message` is a sentence without values
 * from reports or archives, so it may stand in a log line and in a job's failedReason.
 */
export abstract class CodedError extends Error {
  abstract readonly code: string;
  abstract readonly kind: ErrorKind;
  /** True where trying again can never help; the worker then gives up at once. */
  readonly permanent: boolean = true;
  readonly problems: readonly Problem[];

  constructor(message: string, options: CodedErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.problems = options.problems ?? [];
  }
}
