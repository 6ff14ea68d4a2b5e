import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  REGISTRY_COLUMNS,
  REPORT_COLUMNS,
  simulatePersons,
  TRUTH_COLUMNS,
} from '@athar/simulation';
import { writeRows, type OutputRow } from '@athar/tabular';
import { exitCode, type ExitCode } from '../exit-code.js';
import type { Session } from '../session.js';
import { Breather } from './breather.js';
import { counted } from './counted.js';

/** Arguments of `athar simulate`. */
export interface SimulateOptions {
  persons: number;
  registry: number;
  seed: number;
  out: string;
}

/** Runs `athar simulate`. The three files come into place when all of them are whole. */
export async function runSimulate(options: SimulateOptions, session: Session): Promise<ExitCode> {
  const { persons, registry, seed, out } = options;
  const { signal, output } = session;
  const streams = simulatePersons({ persons, registry, seed });
  await mkdir(out, { recursive: true });
  const unfinished = await mkdtemp(join(out, '.simulate-'));
  try {
    const write = (name: string, columns: readonly string[], rows: Iterable<OutputRow>) =>
      writeRows(join(unfinished, name), 'csv', columns, unhurried(rows, signal), { signal });
    const reports = await write('reports.csv', REPORT_COLUMNS, rowsOf(streams.reports()));
    const entries = await write('registry.csv', REGISTRY_COLUMNS, rowsOf(streams.entries()));
    const pairs = await write('truth.csv', TRUTH_COLUMNS, streams.truth());
    for (const name of ['reports.csv', 'registry.csv', 'truth.csv']) {
      await rename(join(unfinished, name), join(out, name));
    }
    const people = `${counted(reports, 'report')}, ${counted(entries, 'entry')}`;
    output.note(`Wrote ${people} and ${counted(pairs, 'pair', 'true ')}.`);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return exitCode.done;
}

function* rowsOf(written: Iterable<{ row: OutputRow }>): Generator<OutputRow> {
  for (const { row } of written) yield row;
}

async function* unhurried(
  rows: Iterable<OutputRow>,
  signal: AbortSignal,
): AsyncGenerator<OutputRow> {
  const breather = new Breather(signal);
  for (const row of rows) {
    yield row;
    await breather.pause();
  }
}
