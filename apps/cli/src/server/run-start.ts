import { loadConfig, type Config } from '@athar/config';
import { JsonLogger } from '@athar/diagnostics';
import { Logger } from '@nestjs/common';
import { openStorage, type Storage } from '@athar/persistence';
import { exitCode, type ExitCode } from '../exit-code.js';
import type { Session } from '../session.js';
import { ensureFirstOrganisation, listSeats } from './first-organisation.js';
import { startHouse, type HousePart } from './house.js';

export interface StartOptions {
  only?: HousePart;
}

/** Runs the service until it is told to stop: requests and jobs at hand are ended first. */
export async function runStart(options: StartOptions, session: Session): Promise<ExitCode> {
  const config = loadConfig();
  const logger = new JsonLogger(config.logLevel);
  Logger.overrideLogger(logger);
  const { signal, output } = session;
  const storage = await openStorage(config, { log: (line) => output.note(line), signal });
  try {
    if (storage.embedded) await welcome(storage, session);
    const parts: readonly HousePart[] = options.only ? [options.only] : ['api', 'worker'];
    const house = await startHouse(config, storage, logger, parts);
    sayWhere(config, house.url, session);
    await stopped(signal);
    output.note('Stopping: requests and jobs at hand are ended first.');
    await house.close();
  } finally {
    await storage.stop();
  }
  return exitCode.done;
}

async function welcome(storage: Storage, { output }: Session): Promise<void> {
  const owner = storage.urls.owner;
  if (owner === undefined) return;
  await ensureFirstOrganisation(owner, storage);
  output.note('Members who can act (header X-Athar-Member):');
  for (const seat of await listSeats(owner)) {
    output.note(`  ${seat.id}  ${seat.label.padEnd(14)} ${seat.organisation}`);
  }
}

function sayWhere(config: Config, url: string | undefined, { output }: Session): void {
  if (url === undefined) return;
  output.note(`The API page: ${url}/api/docs`);
  output.note('It answers on this machine only: there is no signing in yet.');
  if (config.mail.smtpUrl === undefined) {
    output.note('SMTP_URL is not set: messages to families wait until it is.');
  }
}

/** Settles when the process is told to stop. */
export function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
}
