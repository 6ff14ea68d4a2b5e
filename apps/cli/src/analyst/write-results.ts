import { access, constants, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { formatOf, writeRows, type OutputColumn, type OutputRow } from '@athar/tabular';
import { exitCode, type ExitCode } from '../exit-code.js';
import { Stopped, type Session } from '../session.js';
import { counted, type Countable } from './counted.js';
import { CodedError } from '@athar/diagnostics';
import { BadArguments, BadEnding } from './input-error.js';
import { standardInput, type List } from './read-list.js';

/** The path that stands for standard output. */
export const standardOutput = '-';

/**
 * Refuses what cannot work before hours are spent on it: an ending we cannot read or write, a file
 * or a folder that is not there, one standard input for two lists.
 */
export async function checkPaths(inputs: readonly string[], out: string): Promise<void> {
  if (inputs.every((path) => path === standardInput)) {
    throw new BadArguments('Only one of the two lists can come from standard input.');
  }
  for (const path of inputs.filter((input) => input !== standardInput)) {
    await access(path, constants.R_OK);
    await checkFile(path, basename(path));
  }
  if (out === standardOutput) return;
  await checkFile(out, `--out ${basename(out)}`);
  if (inputs.some((path) => path !== standardInput && resolve(path) === resolve(out))) {
    throw new BadArguments('--out names one of the two lists, which would be lost. Name another.');
  }
  await access(dirname(out), constants.W_OK);
}

/** Refuses a folder, and a file whose ending is none of ours. */
async function checkFile(path: string, label: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) throw new BadArguments(`${label} is a folder, not a file.`);
  try {
    formatOf(path);
  } catch (error) {
    throw error instanceof CodedError ? new BadEnding(label, error) : error;
  }
}

/** Writes the results: to a file, whole or not at all, or as JSON Lines to standard output. */
export async function writeResults(
  out: string,
  columns: readonly (string | OutputColumn)[],
  rows: AsyncIterable<OutputRow | readonly OutputRow[]>,
  session: Session,
): Promise<number> {
  const { signal, output } = session;
  if (out === standardOutput) {
    return writeRows(output.stdout, 'jsonl', columns, rows, { signal });
  }
  return writeRows(out, formatOf(out), columns, rows, { signal });
}

/** Does the work, and says so where it was stopped by Ctrl-C or a signal: nothing stands half-written. */
export async function orSayStopped<T>(
  out: string,
  session: Session,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason: unknown = session.signal.reason;
    const told = reason instanceof Stopped && reason.exitCode !== exitCode.failed;
    if (told && out !== standardOutput) {
      session.output.note(`Stopped: nothing was written to ${basename(out)}.`);
    }
    throw error;
  }
}

/** Says what was done and whether every row was used. */
export function summarise(
  lists: Readonly<Partial<Record<Countable, List<unknown>>>>,
  written: number,
  out: string,
  session: Session,
): ExitCode {
  const parts = Object.entries(lists).map(([of, { records, badRows }]) => {
    const leftOut = badRows > 0 ? ` (${badRows} bad left out)` : '';
    return `${counted(records.length, of as Countable)}${leftOut}`;
  });
  const where = out === standardOutput ? 'standard output' : basename(out);
  session.output.note(`Read ${parts.join(' and ')}; wrote ${counted(written, 'row')} to ${where}.`);
  const bad = Object.values(lists).some(({ badRows }) => badRows > 0);
  return bad ? exitCode.someRowsBad : exitCode.done;
}
