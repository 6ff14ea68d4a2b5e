import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** The built command. */
export const athar = join(process.cwd(), 'dist/apps/cli/src/main.js');

/** How a command ended, and what it said. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Surroundings {
  /** Where it runs; its data folder is `data` in there. */
  cwd: string;
  /** Settings; an empty one counts as not set. */
  env?: Record<string, string>;
  /** What comes in on standard input. */
  input?: string;
}

/** Starts the built `athar` command. */
export function startAthar(args: string[], { cwd, env }: Surroundings): ChildProcess {
  return spawn(process.execPath, [athar, ...args], {
    cwd,
    env: { ...process.env, NODE_ENV: '', ATHAR_DATA: join(cwd, 'data'), ...env },
  });
}

/** Runs the built `athar` command to its end. */
export function runAthar(args: string[], surroundings: Surroundings): Promise<Ended> {
  const child = startAthar(args, surroundings);
  child.stdin?.end(surroundings.input ?? '');
  return atharEnded(child);
}

/** Waits for a command's end. */
export function atharEnded(child: ChildProcess): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (said.stdout += String(chunk)));
  child.stderr?.on('data', (chunk: Buffer) => (said.stderr += String(chunk)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
}
