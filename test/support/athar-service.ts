import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const main = join(process.cwd(), 'dist/apps/cli/src/main.js');

/** A long-running `athar` command, from the build, as a process of its own. */
export interface AtharService {
  child: ChildProcess;
  /** Everything it printed so far. */
  output(): { stdout: string; stderr: string };
  /** Waits until a printed text matches; fails when the process ends before. */
  printed(pattern: RegExp, seconds?: number): Promise<RegExpMatchArray>;
  /** Waits for its end. */
  ended(): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts `athar` with arguments and an environment of nothing but PATH and what is given. */
export function startService(
  args: readonly string[],
  environment: Record<string, string> = {},
): AtharService {
  if (!existsSync(main)) throw new Error('Build first: npm run build');
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printedSoFar = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printedSoFar.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printedSoFar.stderr += text));
  const end = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  return {
    child,
    output: () => ({ ...printedSoFar }),
    ended: () => end,
    printed: (pattern, seconds = 60) => waitFor(pattern, seconds),
  };

  async function waitFor(pattern: RegExp, seconds: number): Promise<RegExpMatchArray> {
    const deadline = Date.now() + seconds * 1000;
    while (Date.now() < deadline) {
      const match = pattern.exec(printedSoFar.stdout + printedSoFar.stderr);
      if (match) return match;
      if (child.exitCode !== null || child.signalCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`Not printed: ${pattern}\n${printedSoFar.stderr.slice(-2000)}`);
  }
}
