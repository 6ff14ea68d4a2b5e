import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { PostgresStartFailed } from './errors.js';
import { freePort } from './free-port.js';
import { lastPort, readPostmasterFile } from './postmaster-file.js';
import { serverFlags } from './server-flags.js';
import { pathForServer, programOptions, type Setting } from './setting.js';
import { requestStop } from './stop-server.js';
import { unlessMissing } from './system-error.js';

/** A PostgreSQL that accepts connections. */
export interface Server {
  port: number;
  pid: number;
  stop(): Promise<void>;
}

interface Launched {
  child: ChildProcess;
  pid: number;
  /** Settles when the process has ended, for whatever reason. */
  ended: Promise<void>;
  hasEnded(): boolean;
}

const largestLog = 10 * 1024 * 1024;
const attempts = 10;
/** Recovery after a crash may have to read all changes since the last checkpoint. */
const readyWithinMs = 15 * 60_000;
const stopWithinMs = 60_000;

/**
 * Starts the server on the cluster and waits until it is ready. The port of the last run is used
 * again when free; where someone is quicker than us in taking a port, another one is tried.
 *
 * @throws PostgresStartFailed, or the signal's reason when aborted
 */
export async function startServer(setting: Setting): Promise<Server> {
  const { cluster, logFile } = setting.folder;
  await turnLogOver(logFile);
  let port = await freePort(await lastPort(cluster));
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const logStart = (await unlessMissing(stat(logFile)))?.size ?? 0;
    const launched = await launch(setting, port);
    if (await becomesReady(setting, launched)) {
      const { pid } = launched;
      return { port, pid, stop: () => stop(setting, launched) };
    }
    const said = (await readFile(logFile)).subarray(logStart).toString('utf8');
    if (/could not create any TCP\/IP sockets/.test(said)) port = await freePort();
    // Sessions of a server that was killed end on their own within moments.
    else if (/pre-existing shared memory block/.test(said)) await delay(500);
    else break;
  }
  throw new PostgresStartFailed(logFile);
}

async function turnLogOver(logFile: string): Promise<void> {
  const size = (await unlessMissing(stat(logFile)))?.size ?? 0;
  if (size > largestLog) await rename(logFile, `${logFile}.1`);
}

async function launch(setting: Setting, port: number): Promise<Launched> {
  const { binaries, folder } = setting;
  const log = await open(folder.logFile, 'a', 0o600);
  try {
    const child = spawn(
      binaries.postgres,
      ['-D', pathForServer(setting, folder.cluster), ...serverFlags(port)],
      { ...programOptions(setting, folder.cluster), stdio: ['ignore', log.fd, log.fd] },
    );
    let over = false;
    const ended = new Promise<void>((resolve) => {
      const settle = (): void => {
        over = true;
        resolve();
      };
      child.once('exit', settle);
      child.once('error', settle);
    });
    if (child.pid === undefined) throw new PostgresStartFailed(folder.logFile);
    return { child, pid: child.pid, ended, hasEnded: () => over };
  } finally {
    await log.close();
  }
}

/** False when the server ended instead. */
async function becomesReady(setting: Setting, launched: Launched): Promise<boolean> {
  const { signal, folder } = setting;
  const end = Date.now() + readyWithinMs;
  while (!launched.hasEnded()) {
    const file = await readPostmasterFile(folder.cluster);
    if (file?.pid === launched.pid && file.ready && !signal?.aborted) return true;
    if (signal?.aborted || Date.now() > end) {
      await stop(setting, launched);
      signal?.throwIfAborted();
      return false;
    }
    await Promise.race([delay(20), launched.ended]);
  }
  return false;
}

async function stop(setting: Setting, launched: Launched): Promise<void> {
  if (launched.hasEnded()) return;
  await requestStop(setting, launched.pid, 'fast');
  const patience = new AbortController();
  const tooLong = delay(stopWithinMs, 'too long', { signal: patience.signal }).catch(() => 'ended');
  const outcome = await Promise.race([launched.ended, tooLong]);
  patience.abort();
  if (outcome === 'too long') {
    await requestStop(setting, launched.pid, 'immediate');
    await launched.ended;
  }
}
