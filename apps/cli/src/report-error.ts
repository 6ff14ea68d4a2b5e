import { CodedError, describeError } from '@athar/diagnostics';
import { CommanderError } from 'commander';
import { exitCode, type ExitCode } from './exit-code.js';
import { problemSentence } from './problem-sentence.js';
import type { Session } from './session.js';
import { Stopped } from './session.js';

/** Says what went wrong, for a person, and gives the exit code it means. */
export function reportError(error: unknown, session: Session): ExitCode {
  const reason: unknown = session.signal.reason;
  if (reason instanceof Stopped) return reason.exitCode;
  // Commander has said what is wrong with the arguments, or shown the help that was asked for.
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCode.done : exitCode.failed;
  }
  for (const line of linesOf(error)) session.output.note(line);
  return exitCode.failed;
}

function linesOf(error: unknown): string[] {
  if (error instanceof CodedError) {
    return [
      `athar: ${error.message}`,
      ...error.problems.map((problem) => `  ${problemSentence(problem)}`),
    ];
  }
  const system = systemErrors[codeOf(error)];
  if (system !== undefined) return [`athar: ${system}: ${pathOf(error)}`];
  return ['athar: unexpected error', JSON.stringify(describeError(error))];
}

const systemErrors: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'not allowed to open',
  EPERM: 'not allowed to change',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'is a file, not a folder',
  EEXIST: 'is there already, and is no folder',
  ENOSPC: 'no space left on the disk',
  EROFS: 'the disk is read-only',
  ECONNREFUSED: 'the database or the queue does not answer at',
  ENOTFOUND: 'there is no such host',
};

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}

function pathOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { dest, path, address, port, hostname } = error as Error & Record<string, unknown>;
  // Where a file could not be renamed into place, the place is what the caller knows.
  if (dest !== undefined) return String(dest);
  if (path !== undefined) return String(path);
  return address === undefined ? String(hostname ?? '') : `${String(address)}:${String(port)}`;
}
